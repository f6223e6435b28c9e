package uk.muster.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.http.SampleApplication;
import uk.muster.http.SampleService;
import uk.muster.http.Tokens;

class OpenApiCheckTest {

    @TempDir
    static Path folder;

    private static SampleService service;

    @BeforeAll
    static void start() throws IOException {
        service = SampleService.start(Tokens.rsa().writePublicKey(folder), SampleApplication.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_document_is_published_as_json_to_anyone() {
        var answer = service.getWithoutToken("/v3/api-docs");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .isEqualTo(OpenApiDocument.of(service.context()).tree());
    }

    @Test
    void a_document_that_tells_the_truth_differs_in_nothing() {
        assertThat(OpenApiCheck.differences(service.context())).isEmpty();
    }

    @Test
    void an_endpoint_that_is_not_documented_is_found() {
        ObjectNode tree = tree();
        object(tree, "/paths").remove("/api/v1/away");

        assertThat(OpenApiCheck.differences(service.context(), new OpenApiDocument(tree)))
                .containsExactly("GET /api/v1/away is mapped, but not documented.");
    }

    @Test
    void a_document_that_promises_too_much_is_found() {
        ObjectNode tree = tree();
        object(tree, "/paths/~1api~1v1~1away").putObject("delete");

        assertThat(OpenApiCheck.differences(service.context(), new OpenApiDocument(tree)))
                .containsExactly("DELETE /api/v1/away is documented, but not mapped.");
    }

    @Test
    void other_roles_and_parameters_are_found() {
        ObjectNode tree = tree();
        object(tree, "/paths/~1api~1v1~1audit~1events/get")
                .putArray("x-roles")
                .add("auditor")
                .add("head");
        object(tree, "/paths/~1api~1v1~1audit~1events/get/parameters/1").put("name", "most");
        object(tree, "/components/parameters/urn").put("name", "school");

        assertThat(OpenApiCheck.differences(service.context(), new OpenApiDocument(tree)))
                .containsExactlyInAnyOrder(
                        "GET /api/v1/audit/events has the roles [auditor], but is documented with [auditor, head].",
                        "GET /api/v1/audit/events has the query parameters [asOf, limit, urn], but is documented with [asOf, most, urn].",
                        "GET /api/v1/schools/{urn} has the path variables [urn], but is documented with [school].",
                        "PUT /api/v1/schools/{urn}/registers/{date}/{session}/{group} has the path variables"
                                + " [date, group, session, urn], but is documented with [date, group, school, session].");
    }

    private static ObjectNode tree() {
        return (ObjectNode) OpenApiDocument.of(service.context()).tree();
    }

    private static ObjectNode object(JsonNode tree, String pointer) {
        return (ObjectNode) tree.at(pointer);
    }
}
