package uk.muster.http.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.HttpConfiguration;
import uk.muster.http.SampleApplication;
import uk.muster.http.SampleService;
import uk.muster.http.Tokens;

class WhoMayDoWhatTest {

    private static final String SCHOOL = "/api/v1/schools/100001";
    private static final Tokens PROVIDER = Tokens.rsa();

    @TempDir
    static Path folder;

    private static SampleService service;

    @BeforeAll
    static void start() throws IOException {
        service = SampleService.start(PROVIDER.writePublicKey(folder), SampleApplication.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JWTClaimsSet.Builder claims() {
        return Tokens.claims(List.of("mis-integration"), List.of("100001"));
    }

    @Test
    void a_role_of_the_endpoint_reads_its_own_school() {
        var answer = service.get(SCHOOL, PROVIDER.of("mis-integration", "100001"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("subject").stringValue()).isEqualTo("mis-of-the-tests");
    }

    @Test
    void every_school_is_open_to_a_scope_of_all() {
        assertThat(service.get(SCHOOL, PROVIDER.of("mis-integration", "*")).status())
                .isEqualTo(200);
    }

    @Test
    void roles_of_other_systems_are_passed_over() {
        var claims = Tokens.claims(List.of("printer", "attendance-officer"), List.of("100001"));

        assertThat(service.get(SCHOOL, PROVIDER.sign(claims.build())).status()).isEqualTo(200);
    }

    @Test
    void no_token_is_401_with_a_challenge() {
        var answer = service.getWithoutToken(SCHOOL).isProblem(401, "unauthenticated");

        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void an_unknown_path_is_401_without_a_token_and_404_with_one() {
        service.getWithoutToken("/api/v1/nothing").isProblem(401, "unauthenticated");
        service.get("/api/v1/nothing", PROVIDER.of("admin", "*")).isProblem(404, "unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void rubbish_is_401(String token) {
        service.get(SCHOOL, token).isProblem(401, "unauthenticated");
    }

    @Test
    void a_token_that_has_expired_is_401() {
        var expired = claims().expirationTime(Date.from(Instant.now().minusSeconds(2)))
                .build();

        service.get(SCHOOL, PROVIDER.sign(expired)).isProblem(401, "unauthenticated");
    }

    @Test
    void a_token_without_expiry_is_401() {
        service.get(SCHOOL, PROVIDER.sign(claims().expirationTime(null).build()))
                .isProblem(401, "unauthenticated");
    }

    @Test
    void a_token_that_is_not_yet_valid_is_401() {
        var early = claims().notBeforeTime(Date.from(Instant.now().plusSeconds(600)))
                .build();

        service.get(SCHOOL, PROVIDER.sign(early)).isProblem(401, "unauthenticated");
    }

    @Test
    void a_token_without_subject_is_401() {
        service.get(SCHOOL, PROVIDER.sign(claims().subject(null).build())).isProblem(401, "unauthenticated");
    }

    @Test
    void schools_that_are_no_urns_are_401() {
        service.get(SCHOOL, PROVIDER.of("mis-integration", "all")).isProblem(401, "unauthenticated");
        service.get(SCHOOL, PROVIDER.sign(claims().claim("schools", "100001").build()))
                .isProblem(401, "unauthenticated");
    }

    @Test
    void a_signature_by_another_key_is_401() {
        service.get(SCHOOL, Tokens.rsa().of("mis-integration", "100001")).isProblem(401, "unauthenticated");
    }

    @Test
    void claims_changed_under_a_signature_are_401() {
        String[] own = PROVIDER.of("mis-integration", "100001").split("\\.");
        String[] other = Tokens.rsa().of("mis-integration", "*").split("\\.");

        service.get(SCHOOL, own[0] + "." + other[1] + "." + own[2]).isProblem(401, "unauthenticated");
    }

    @Test
    void a_token_without_signature_is_401() {
        service.get(SCHOOL, Tokens.unsigned(claims().build())).isProblem(401, "unauthenticated");
    }

    @Test
    void the_public_key_is_not_taken_for_a_secret() {
        service.get(SCHOOL, PROVIDER.signWithPublicKeyAsSecret(claims().build()))
                .isProblem(401, "unauthenticated");
    }

    @Test
    void an_algorithm_that_the_contract_does_not_name_is_401() {
        service.get(SCHOOL, PROVIDER.signBy(JWSAlgorithm.PS256, claims().build()))
                .isProblem(401, "unauthenticated");
        service.get(SCHOOL, PROVIDER.signBy(JWSAlgorithm.RS512, claims().build()))
                .isProblem(401, "unauthenticated");
    }

    @Test
    void es256_is_believed_too(@TempDir Path other) throws IOException {
        Tokens ec = Tokens.ec();
        try (var second = SampleService.start(ec.writePublicKey(other), SampleApplication.class)) {
            assertThat(second.get(SCHOOL, ec.of("mis-integration", "100001")).status())
                    .isEqualTo(200);
            second.get(SCHOOL, PROVIDER.of("mis-integration", "100001")).isProblem(401, "unauthenticated");
        }
    }

    @Test
    void another_role_is_403() {
        service.get(SCHOOL, PROVIDER.of("auditor", "100001")).isProblem(403, "forbidden");
    }

    @Test
    void a_caller_without_roles_is_403() {
        var claims = Tokens.claims(List.of(), List.of("*")).build();

        service.get(SCHOOL, PROVIDER.sign(claims)).isProblem(403, "forbidden");
    }

    @Test
    void a_school_outside_the_scope_is_answered_as_an_unknown_one() {
        var outside = service.get("/api/v1/schools/100002", PROVIDER.of("mis-integration", "100001"))
                .isProblem(404, "unknown");
        var unknown = service.get("/api/v1/schools/999999", PROVIDER.of("mis-integration", "*"))
                .isProblem(404, "unknown");

        assertThat(outside.response().body()).isEqualTo(unknown.response().body());
        assertThat(outside.response().headers().map().keySet())
                .isEqualTo(unknown.response().headers().map().keySet());
    }

    @Test
    void the_role_is_looked_at_before_the_school() {
        service.get("/api/v1/schools/100002", PROVIDER.of("auditor", "100001")).isProblem(403, "forbidden");
    }

    @Test
    void a_school_outside_the_scope_is_404_before_its_body_is_looked_at() {
        service.put("/api/v1/schools/100002/registers/2026-09-07/AM/7A", PROVIDER.of("mis-integration", "100001"), "{")
                .isProblem(404, "unknown");
    }

    @Test
    void a_school_in_the_query_is_held_against_the_scope_as_well() {
        assertThat(service.get("/api/v1/audit/events?urn=100001", PROVIDER.of("auditor", "100001"))
                        .status())
                .isEqualTo(200);
        service.get("/api/v1/audit/events?urn=100002", PROVIDER.of("auditor", "100001"))
                .isProblem(404, "unknown");
    }

    @Test
    void probes_are_open_and_tell_no_details() {
        for (String probe : List.of("/actuator/health/liveness", "/actuator/health/readiness")) {
            var answer = service.getWithoutToken(probe);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void other_operations_are_the_admins() {
        service.getWithoutToken("/actuator/info").isProblem(401, "unauthenticated");
        service.get("/actuator/info", PROVIDER.of("head", "*")).isProblem(403, "forbidden");
        assertThat(service.get("/actuator/info", PROVIDER.of("admin", "*")).status())
                .isEqualTo(200);
    }

    @Test
    void a_token_is_not_taken_from_the_query() {
        service.getWithoutToken(SCHOOL + "?access_token=" + PROVIDER.of("mis-integration", "100001"))
                .isProblem(401, "unauthenticated");
    }

    @Test
    void an_answer_that_is_streamed_is_held_against_the_rule_and_arrives_whole() {
        var answer = service.get("/api/v1/audit/stream", PROVIDER.of("auditor", "*"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).hasLineCount(10_000);
        service.get("/api/v1/audit/stream", PROVIDER.of("head", "*")).isProblem(403, "forbidden");
    }

    @Test
    void the_published_contract_needs_no_token() {
        assertThat(service.getWithoutToken("/v3/api-docs").status()).isEqualTo(200);
    }

    @Test
    void no_session_is_begun() {
        var answer = service.get(SCHOOL, PROVIDER.of("mis-integration", "100001"));

        assertThat(answer.response().headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void options_of_an_endpoint_are_nobodys() {
        var answer = service.send(HttpRequest.newBuilder(service.uri(SCHOOL))
                .header("Authorization", "Bearer " + PROVIDER.of("mis-integration", "100001"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        answer.isProblem(403, "forbidden");
    }

    @Test
    void every_endpoint_of_the_sample_has_a_rule() {
        assertThat(EndpointRules.unruled(service.context())).isEmpty();
    }

    @Test
    void an_open_endpoint_wants_no_role_but_what_its_chain_wants() {
        String page = "/page";

        assertThat(service.get(page, PROVIDER.of("printer", "100001")).status()).isEqualTo(200);
        assertThat(service.getWithoutToken(page).status()).isEqualTo(401);
    }

    @RestController
    static class Unruled {
        @GetMapping("/api/v1/anything")
        String anything() {
            return "open to all";
        }

        @Allowed(Role.HEAD)
        @GetMapping("/api/v1/schools/{school}/registers")
        String registers() {
            return "of a school that is held against no scope";
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({HttpConfiguration.class, Unruled.class})
    static class UnruledService {}

    @Test
    void a_service_with_an_endpoint_without_a_rule_does_not_start() throws IOException {
        Path key = PROVIDER.writePublicKey(folder);

        assertThatThrownBy(() -> SampleService.start(key, UnruledService.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Unruled#anything")
                .hasMessageContaining("/api/v1/schools/{school}/registers must name its school {urn}")
                .hasMessageNotContaining("error");
    }

    @Test
    void a_service_without_a_key_does_not_start() {
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> SampleService.start(missing, SampleApplication.class))
                .rootCause()
                .hasMessageContaining("missing.pem");
    }
}
