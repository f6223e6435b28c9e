package uk.muster.benchmarks.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody signed in to the console, as a browser is: by following where each answer leads, keeping cookies, and choosing a person of the embedded provider.
 *
 * @param headers whole header lines of a browser's request, each ended by CR LF; compressed answers are taken
 * @param csrf what a form of this session has to bring
 */
public record ConsoleSession(URI console, String headers, String csrf) {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int OK = 200;
    private static final String HTML = "text/html,application/xhtml+xml";

    /**
     * Signs in.
     *
     * @param person as the provider's {@code people.json} names them
     * @throws IllegalStateException when the provider or the console does not take them
     */
    public static ConsoleSession signIn(URI console, String person) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<String> choice = browser.send(
                    HttpRequest.newBuilder(console).header("Accept", HTML).build(), BodyHandlers.ofString());
            HttpRequest chosen = HttpRequest.newBuilder(choice.uri().resolve("/choose"))
                    .header("Accept", HTML)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(
                            form("username", person) + "&" + form("_csrf", csrfOf(choice.body()))))
                    .build();
            browser.send(chosen, BodyHandlers.ofString());
            HttpResponse<String> home = browser.send(
                    HttpRequest.newBuilder(console).header("Accept", HTML).build(), BodyHandlers.ofString());
            if (home.statusCode() != OK || home.uri().getPort() != console.getPort()) {
                throw new IllegalStateException("The console did not take " + person + ": it answered "
                        + home.statusCode() + " at " + home.uri().getPath() + ".");
            }
            String kept = cookies.getCookieStore().getCookies().stream()
                    .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            return new ConsoleSession(
                    console,
                    "Host: " + console.getAuthority() + "\r\nAccept: " + HTML + "\r\nCookie: " + kept + "\r\n",
                    csrfOf(home.body()));
        }
    }

    byte[] compressed() {
        return (headers + "Accept-Encoding: gzip\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    byte[] plain() {
        return headers.getBytes(StandardCharsets.US_ASCII);
    }

    /** The headers of a form that is sent. */
    byte[] sending() {
        return (headers + "Accept-Encoding: gzip\r\nContent-Type: application/x-www-form-urlencoded\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static String form(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String csrfOf(String page) {
        Matcher matcher = CSRF.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("A page without a form was met on the way into the console.");
        }
        return matcher.group(1);
    }
}
