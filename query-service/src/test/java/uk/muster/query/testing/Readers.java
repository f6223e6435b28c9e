package uk.muster.query.testing;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.muster.http.identity.Role;
import uk.muster.query.TestService;

/** Invented people who look at pages: one for each role and school, signed in once. */
public final class Readers {

    private static final Map<String, Browser> BROWSERS = new ConcurrentHashMap<>();

    private Readers() {}

    /** The page as the role reads it, everything recorded before brought into the projections. */
    public static HttpResponse<String> get(Role role, String school, String path) {
        TestService.shared().catchUp();
        return of(role, school).get(path);
    }

    /** The same page's text, for a caller of every school. */
    public static String page(Role role, String path) {
        HttpResponse<String> answer = get(role, "*", path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    public static int status(Role role, String path) {
        return get(role, "*", path).statusCode();
    }

    public static Browser of(Role role, String school) {
        return BROWSERS.computeIfAbsent(
                role + " " + school, _ -> TestService.shared().signedIn(role, school));
    }
}
