package uk.muster.query.console.asset;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Trims a stylesheet that was made elsewhere, of minified sheets without braces in strings, as the design systems publish them. */
final class Css {

    private static final Pattern TRANSPORT = Pattern.compile("\"?GDS Transport\"?,");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private Css() {}

    /** The rules with a selector that is wanted; of media and support queries those within, and none that is left empty. Font faces never are. */
    static String keep(String css, Predicate<String> wanted) {
        return rules(COMMENT.matcher(css).replaceAll(""), wanted);
    }

    private static String rules(String css, Predicate<String> wanted) {
        StringBuilder kept = new StringBuilder(css.length());
        int from = 0;
        while (from < css.length()) {
            int open = css.indexOf('{', from);
            if (open < 0) {
                break;
            }
            int end = endOf(css, open);
            String selector = css.substring(from, open).strip();
            String body = css.substring(open + 1, end);
            kept.append(rule(afterStatements(selector), body, wanted));
            from = end + 1;
        }
        return kept.toString();
    }

    /** The same without the font of government services, which others may not use. */
    static String withoutTransport(String css) {
        return TRANSPORT.matcher(css).replaceAll("");
    }

    private static String rule(String selector, String body, Predicate<String> wanted) {
        if (selector.startsWith("@media") || selector.startsWith("@supports")) {
            String within = rules(body, wanted);
            return within.isEmpty() ? "" : selector + "{" + within + "}";
        }
        boolean isWanted = selector.startsWith("@")
                ? !selector.startsWith("@font-face")
                : Stream.of(selector.split(",", -1)).anyMatch(wanted);
        return isWanted ? selector + "{" + body + "}" : "";
    }

    /** A statement such as {@code @charset} before a rule belongs to none. */
    private static String afterStatements(String selector) {
        return selector.substring(selector.lastIndexOf(';') + 1).strip();
    }

    private static int endOf(String css, int open) {
        int depth = 1;
        for (int at = open + 1; at < css.length(); at++) {
            char each = css.charAt(at);
            if (each == '{') {
                depth++;
            } else if (each == '}' && --depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("A stylesheet ends within a rule.");
    }
}
