package uk.muster.query.console.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Page;

/**
 * A table for a spreadsheet (RFC 4180). A cell that a spreadsheet would take for a formula is written with an apostrophe before it (OWASP, CSV
 * injection): names come from other systems.
 */
final class CsvTable {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
    private static final Pattern NUMBER = Pattern.compile("^-?[0-9]+(\\.[0-9]+)?$");

    private final PrintWriter out;

    private CsvTable(PrintWriter out) {
        this.out = out;
    }

    /**
     * Writes all pages of a list.
     *
     * @param name of the file, without a child's
     * @param pages a page by its cursor, which is null for the first
     * @param row the cells of an item, as many as the header has
     */
    static <T> void write(
            HttpServletResponse response,
            String name,
            List<String> header,
            Pages<T> pages,
            Function<T, List<? extends @Nullable Object>> row)
            throws IOException {
        Page<T> page = pages.page(null);
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        CsvTable table = new CsvTable(response.getWriter());
        table.row(header);
        page.items().forEach(item -> table.row(row.apply(item)));
        while (page.nextCursor() != null) {
            page = pages.page(page.nextCursor());
            page.items().forEach(item -> table.row(row.apply(item)));
        }
    }

    /** A list as it is read, page by page. */
    @FunctionalInterface
    interface Pages<T> {

        Page<T> page(@Nullable String cursor);
    }

    private void row(List<? extends @Nullable Object> cells) {
        out.write(cells.stream().map(CsvTable::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (FORMULA.matcher(text).find() && !NUMBER.matcher(text).matches()) {
            text = "'" + text;
        }
        return text.chars().anyMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
