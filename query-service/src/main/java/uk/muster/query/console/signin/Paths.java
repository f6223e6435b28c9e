package uk.muster.query.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Which paths are pages, and which of them are about signing in and out. */
final class Paths {

    /** Where a sign-in begins; the registration's id follows. */
    static final String SIGN_IN = "/sign-in";

    /** Where the provider sends the browser back to, as it must be registered there. */
    static final String ANSWER = "/signed-in";

    static final String SIGN_OUT = "/sign-out";

    /** Where the provider sends the browser after the sign-out, as it must be registered there. */
    static final String SIGNED_OUT = "/signed-out";

    private static final List<String> OF_PROGRAMS = List.of("/api", "/actuator", "/v3");

    private Paths() {}

    /**
     * Everything that is not for programs, whose chain takes bearer tokens, is a page. The path is the decoded one by which the request finds its endpoint:
     * no spelling of a path makes the one chain stand before the other's endpoints.
     */
    static boolean isPage(HttpServletRequest request) {
        String path = request.getServletPath();
        return OF_PROGRAMS.stream().noneMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    /** Whether a browser wants a page to show, rather than a script a part of one. */
    static boolean isNavigation(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getMethod().equals("GET")
                && accept != null
                && accept.contains("text/html")
                && request.getHeader("HX-Request") == null;
    }
}
