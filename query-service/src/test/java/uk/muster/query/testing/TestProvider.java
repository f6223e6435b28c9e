package uk.muster.query.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OIDC provider that signs in whomever a test says, at once and without asking. It holds clients to authorization code with PKCE (RFC 7636) and gives
 * out the same access tokens as {@link Tokens}.
 */
public final class TestProvider {

    private static final int SEE_OTHER = 302;

    private final Tokens tokens;
    private final HttpServer server;
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Someone> refreshTokens = new ConcurrentHashMap<>();
    private volatile Someone next = new Someone("nobody", Map.of(), List.of(), List.of(), Duration.ofMinutes(5));

    /**
     * Who signs in next.
     *
     * @param claims of the ID token, beside {@code sub}
     * @param life of the access token
     */
    public record Someone(
            String sub, Map<String, Object> claims, List<String> roles, List<String> schools, Duration life) {}

    private record Grant(Someone someone, String nonce, String challenge) {}

    public TestProvider(Tokens tokens) {
        this.tokens = tokens;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext("/jwks", exchange -> answer(exchange, 200, tokens.keySet()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/logout", this::logout);
        server.start();
    }

    public URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whoever signs in from now on is this person. */
    public void next(Someone someone) {
        next = someone;
    }

    /** From now on no session can be renewed. */
    public void forgetEveryone() {
        refreshTokens.clear();
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer",
                issuer().toString(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/jwks",
                "end_session_endpoint",
                issuer() + "/logout",
                "subject_types_supported",
                List.of("public"),
                "response_types_supported",
                List.of("code"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        if (!"S256".equals(asked.get("code_challenge_method"))) {
            answer(exchange, 400, Map.of("error", "invalid_request"));
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Grant(next, asked.getOrDefault("nonce", ""), asked.get("code_challenge")));
        redirect(exchange, asked.get("redirect_uri") + "?code=" + code + "&state=" + encode(asked.get("state")));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if ("refresh_token".equals(asked.get("grant_type"))) {
            Someone someone = refreshTokens.remove(asked.getOrDefault("refresh_token", ""));
            answer(exchange, someone == null ? 400 : 200, someone == null ? refused() : given(someone, ""));
            return;
        }
        Grant grant = codes.remove(asked.getOrDefault("code", ""));
        boolean isProven =
                grant != null && grant.challenge().equals(challenge(asked.getOrDefault("code_verifier", "")));
        answer(exchange, isProven ? 200 : 400, isProven ? given(grant.someone(), grant.nonce()) : refused());
    }

    private static Map<String, Object> refused() {
        return Map.of("error", "invalid_grant");
    }

    private Map<String, Object> given(Someone someone, String nonce) {
        String refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, someone);
        return Map.of(
                "access_token", tokens.access(someone.sub(), someone.roles(), someone.schools(), someone.life()),
                "token_type", "Bearer",
                "expires_in", someone.life().toSeconds(),
                "refresh_token", refresh,
                "id_token", tokens.identity(issuer(), "muster-console", nonce, someone.sub(), someone.claims()));
    }

    private void logout(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        redirect(exchange, asked.get("post_logout_redirect_uri"));
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(SEE_OTHER, -1);
        }
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> json) throws IOException {
        try (exchange) {
            byte[] body = JsonMapper.shared().writeValueAsBytes(json);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String form) {
        return Arrays.stream(form.split("&", -1))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(
                        each -> each[0],
                        each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8),
                        (_, last) -> last));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
