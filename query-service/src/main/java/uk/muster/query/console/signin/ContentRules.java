package uk.muster.query.console.signin;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a page may load and where its forms may go: a Content-Security-Policy under which no script or style in a page runs, only files of our own. */
final class ContentRules {

    private ContentRules() {}

    /**
     * @param issuer where a sign-out and an ended session lead: browsers hold the redirect after a form against {@code form-action} too
     */
    static String of(@Nullable String issuer) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self'",
                "form-action 'self'" + (issuer == null ? "" : " " + origin(URI.create(issuer))),
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }
}
