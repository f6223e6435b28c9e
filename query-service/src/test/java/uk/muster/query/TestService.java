package uk.muster.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.http.HttpConfiguration;
import uk.muster.http.identity.Role;
import uk.muster.query.access.MemoryLooks;
import uk.muster.query.audit.Ledger;
import uk.muster.query.ingest.Feed;
import uk.muster.query.ingest.Progress;
import uk.muster.query.ingest.Rebuild;
import uk.muster.query.keys.Opener;
import uk.muster.query.keys.WrappedKeys;
import uk.muster.query.sheet.Sheets;
import uk.muster.query.store.LiveProjection;
import uk.muster.query.testing.Browser;
import uk.muster.query.testing.FakeCommands;
import uk.muster.query.testing.MemoryCheckpoints;
import uk.muster.query.testing.MemoryLedger;
import uk.muster.query.testing.MemoryStore;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProvider;
import uk.muster.query.testing.TestProvider.Someone;
import uk.muster.query.testing.Tokens;

/**
 * The service over HTTP, with a document store in memory and a {@link TestLedger} in place of database and topic. Started once for all tests, each of
 * which has a school of its own.
 */
public final class TestService {

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-10-23T16:00:00Z"));
    private static final TestService SHARED = new TestService();

    public final TestLedger ledger = new TestLedger();
    private final Tokens tokens = new Tokens();
    private final TestProvider provider = new TestProvider(tokens);
    private final FakeCommands commands = new FakeCommands();
    private final MemoryStore store = new MemoryStore();
    private final ConfigurableApplicationContext context;
    private final Feed feed;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestService() {
        Path folder = temporaryFolder();
        Path master = write(folder.resolve("master.key"), Base64.getEncoder().encodeToString(new byte[32]));
        context = new SpringApplicationBuilder(Application.class)
                .initializers(fresh -> fresh.getBeanFactory().registerSingleton("testLedger", ledger))
                .run(
                        "--server.port=0",
                        "--management.endpoint.health.group.readiness.include=readinessState",
                        "--muster.identity.public-key-file=" + tokens.publicKey(folder),
                        "--muster.console.oidc.issuer=" + provider.issuer(),
                        "--muster.console.oidc.client-secret=invented",
                        "--muster.console.commands=" + commands.address(),
                        "--muster.console.longest-wait=200ms",
                        "--muster.keys.master-file=" + master,
                        "--muster.mongodb.uri=" + store.uri());
        address = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
        LiveProjection live = context.getBean(LiveProjection.class);
        live.refresh();
        feed = new Feed(
                live, context.getBean(Opener.class), context.getBean(Progress.class), context.getBean(Sheets.class));
    }

    public static TestService shared() {
        return SHARED;
    }

    /** Sets the business clock. */
    public void clock(String instant) {
        NOW.set(Instant.parse(instant));
    }

    public ApplicationContext context() {
        return context;
    }

    /** How often the service has looked for documents so far. */
    public int queries() {
        return store.queries();
    }

    /** Brings everything that was recorded into the projections. */
    public void catchUp() {
        feed.feed(ledger.events());
    }

    /** An answer, its body read as JSON where it is JSON. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /** A query after {@link #catchUp}, by a caller for every school. */
    public Answer get(Role role, String path) {
        catchUp();
        return send(request(path).header("Authorization", "Bearer " + tokens.of(role, "*")));
    }

    /** The body of an answer that is no text. */
    public byte[] file(Role role, String path) {
        catchUp();
        return send(
                        request(path).header("Authorization", "Bearer " + tokens.of(role, "*")),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** The same with headers, name and value in turn. */
    public Answer getWith(Role role, String path, String... headers) {
        catchUp();
        HttpRequest.Builder request = request(path).header("Authorization", "Bearer " + tokens.of(role, "*"));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Answer getFor(Role role, String school, String path) {
        catchUp();
        return send(request(path).header("Authorization", "Bearer " + tokens.of(role, school)));
    }

    public Answer getAwaiting(Role role, String position, String path) {
        return send(request(path)
                .header("Authorization", "Bearer " + tokens.of(role, "*"))
                .header("Muster-Await", position));
    }

    public Answer post(Role role, String path, String body) {
        catchUp();
        return send(request(path)
                .header("Authorization", "Bearer " + tokens.of(role, "*"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer getWithoutToken(String path) {
        return send(request(path));
    }

    /** Where people sign in. */
    public TestProvider provider() {
        return provider;
    }

    /** Where the pages' commands go. */
    public FakeCommands commands() {
        return commands;
    }

    /** A browser that follows redirects and in which nobody is signed in. */
    public Browser browser() {
        return new Browser(address, HttpClient.Redirect.NORMAL);
    }

    /** A browser that shows redirects, in which nobody is signed in. */
    public Browser stillBrowser() {
        return new Browser(address, HttpClient.Redirect.NEVER);
    }

    /** A browser in which an invented person of this role signed in, after {@link #catchUp}. */
    public Browser signedIn(Role role, String... schools) {
        catchUp();
        provider.next(new Someone(
                "s-" + role.claim(),
                Map.of("name", "Kit Invented", "position", "Keeper of registers"),
                List.of(role.claim()),
                List.of(schools),
                Duration.ofMinutes(5)));
        Browser browser = browser();
        browser.get("/sign-in/muster");
        return browser;
    }

    /** @param bearer the whole header, with the word before the token */
    public Answer getWithBearer(String bearer, String path) {
        return send(request(path).header("Authorization", bearer));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path));
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(response.statusCode(), response.body(), response);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("muster-query");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything of the service but what speaks to the database and the topic. */
    @SpringBootConfiguration
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @EnableConfigurationProperties(QuerySettings.class)
    @Import(HttpConfiguration.class)
    @ComponentScan(
            basePackages = "uk.muster.query",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {QueryService.class, DatabaseConfiguration.class, TopicConfiguration.class}))
    static class Application {

        @Bean
        Ledger ledger(TestLedger testLedger) {
            return new MemoryLedger(testLedger);
        }

        @Bean
        MemoryCheckpoints checkpoints(TestLedger testLedger) {
            return new MemoryCheckpoints(testLedger);
        }

        @Bean
        MemoryLooks lookStore() {
            return new MemoryLooks();
        }

        @Bean
        WrappedKeys wrappedKeys(TestLedger testLedger) {
            return testLedger.keys;
        }

        @Bean
        InstantSource businessClock() {
            return NOW::get;
        }

        @Bean
        Rebuild rebuild(LiveProjection live, Opener opener) {
            return Feed.noRebuild(live, opener);
        }
    }
}
