package uk.muster.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The provider over HTTP, as a browser and the console see it. */
class IdentityProviderTest {

    private static final String CONSOLE = "http://127.0.0.1:9";
    private static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-as-the-rule-wants";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext context;
    private static URI issuer;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        int port = freePort();
        issuer = URI.create("http://127.0.0.1:" + port);
        context = new SpringApplicationBuilder(IdentityProvider.class)
                .run(
                        "--server.port=" + port,
                        "--muster.provider.issuer=" + issuer,
                        "--muster.provider.console=" + CONSOLE,
                        "--muster.provider.client-id=muster-console",
                        "--muster.provider.client-secret=invented",
                        "--muster.provider.private-key-file=" + pem("PRIVATE KEY", pair.getPrivate()),
                        "--muster.provider.public-key-file=" + pem("PUBLIC KEY", pair.getPublic()),
                        "--muster.provider.people-file=" + folder.resolve("identity/people.json"));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path pem(String label, Key key) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return Files.writeString(
                folder.resolve(label.replace(' ', '-')),
                "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }

    private HttpResponse<String> get(String address) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(issuer.resolve(address))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(issuer.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String authorize(String redirect) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return "/oauth2/authorize?response_type=code&client_id=muster-console&scope=openid%20profile&state=s&nonce=n"
                + "&code_challenge_method=S256&code_challenge="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + "&redirect_uri=" + encode(redirect);
    }

    private HttpResponse<String> choose(String id) throws Exception {
        Matcher csrf = CSRF.matcher(get("/").body());
        assertThat(csrf.find()).isTrue();
        return post("/choose", "username=" + encode(id) + "&_csrf=" + encode(csrf.group(1)));
    }

    /** From the console's first request to the provider's answer to its last. */
    private JsonNode signIn(String id) throws Exception {
        assertThat(location(get(authorize(CONSOLE + "/signed-in")))).isEqualTo(issuer + "/");
        String back = location(get(location(choose(id))));
        assertThat(back).startsWith(CONSOLE + "/signed-in?code=");
        return token("grant_type=authorization_code&redirect_uri=" + encode(CONSOLE + "/signed-in") + "&code_verifier="
                + VERIFIER + "&code=" + back.replaceAll(".*[?&]code=([^&]+).*", "$1"));
    }

    private JsonNode token(String form) throws Exception {
        String basic = Base64.getEncoder().encodeToString("muster-console:invented".getBytes(StandardCharsets.UTF_8));
        return JsonMapper.shared()
                .readTree(post("/oauth2/token", form, "Authorization", "Basic " + basic)
                        .body());
    }

    private static JWTClaimsSet claims(JsonNode answer, String token) throws Exception {
        return SignedJWT.parse(answer.get(token).asString()).getJWTClaimsSet();
    }

    @Test
    void whoeverIsChosenIsSignedInWithTheirRoleSchoolsNameAndPosition() throws Exception {
        JsonNode answer = signIn("s-5");
        JWTClaimsSet access = claims(answer, "access_token");
        assertThat(access.getSubject()).isEqualTo("s-5");
        assertThat(access.getStringListClaim("roles")).containsExactly("safeguarding-lead");
        assertThat(access.getStringListClaim("schools")).containsExactly("900001", "900002", "900003", "900004");
        assertThat(access.getExpirationTime()).isNotNull();
        JWTClaimsSet identity = claims(answer, "id_token");
        assertThat(identity.getIssuer()).isEqualTo(issuer.toString());
        assertThat(identity.getStringClaim("name")).isEqualTo("P. Otterstead");
        assertThat(identity.getStringClaim("position")).isEqualTo("Designated safeguarding lead");
        assertThat(identity.getClaims()).doesNotContainKey("roles");
    }

    @Test
    void aRefreshTokenIsGoodOnce() throws Exception {
        String refresh = signIn("s-1").get("refresh_token").asString();
        String form = "grant_type=refresh_token&refresh_token=" + encode(refresh);
        assertThat(token(form).has("access_token")).isTrue();
        assertThat(token(form).path("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void thereIsSomebodyForEachRoleOfPeopleAndTheFileSaysWho() throws Exception {
        assertThat(People.of(folder.resolve("identity/people.json")).everyone())
                .flatExtracting(Someone::roles)
                .containsExactlyInAnyOrderElementsOf(List.of(
                        "class-teacher",
                        "attendance-officer",
                        "safeguarding-lead",
                        "head",
                        "trust-executive",
                        "auditor",
                        "admin"));
        assertThat(get("/").body()).contains("nobody has a password", "value=\"x-1\"", "V. Marrowfield");
    }

    @Test
    void nobodyElseIsSignedInAndNotWithoutTheForm() throws Exception {
        assertThat(location(choose("s-99"))).endsWith("/?error");
        assertThat(post("/choose", "username=s-5").statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyIsSentAnywhereButToTheConsole() throws Exception {
        assertThat(get(authorize("https://elsewhere.example/signed-in")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void underAnotherNameItDoesNotAnswer() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), issuer.getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }
}
