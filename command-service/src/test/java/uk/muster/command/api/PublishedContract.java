package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import uk.muster.http.openapi.OpenApiDocument;

/**
 * The published contract held against what is really said: every answer has a status, headers and a shape that the document promises, and
 * every request that was accepted has the shape that it asks for.
 */
final class PublishedContract {

    private static final String ADDRESS = "https://muster.test/openapi.json";

    private final JsonNode document;
    private final SchemaRegistry schemas;

    private PublishedContract(JsonNode document) {
        this.document = document;
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemas(Map.of(ADDRESS, document.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    static PublishedContract of(ApplicationContext context) {
        return new PublishedContract(OpenApiDocument.of(context).tree());
    }

    /** The names of all schemas of the document. */
    List<String> schemaNames() {
        return document.at("/components/schemas")
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
    }

    JsonNode schema(String name) {
        return document.at("/components/schemas").get(name);
    }

    /** Fails where a request that was accepted, or the answer to any, is not as the document says. */
    void hold(String method, String path, String body, HttpResponse<String> answer) {
        JsonNode operation = operation(method, path);
        JsonNode promised = operation.path("responses").path(Integer.toString(answer.statusCode()));
        assertThat(promised.isMissingNode())
                .as("%s %s answered %d, which is not documented", method, path, answer.statusCode())
                .isFalse();
        holdAnswer(promised, answer);
        if (answer.statusCode() < 300 && operation.has("requestBody")) {
            holdRequest(operation, body, answer);
        }
    }

    /** The faults of a body by the document; none when it conforms. */
    List<String> faults(String method, String path, String body) {
        return faults(bodySchema(operation(method, path)), body);
    }

    private void holdAnswer(JsonNode promised, HttpResponse<String> answer) {
        JsonNode response = promised.has("$ref")
                ? document.at(promised.get("$ref").asString().substring(1))
                : promised;
        response.path("headers")
                .propertyNames()
                .forEach(header -> assertThat(answer.headers().firstValue(header))
                        .as("header %s of %s", header, answer)
                        .isNotEmpty());
        String type = answer.headers().firstValue("Content-Type").orElseThrow();
        Map.Entry<String, JsonNode> content =
                response.path("content").propertyStream().findFirst().orElseThrow();
        assertThat(type).as("content type of %s", answer).startsWith(content.getKey());
        String pointer = promised.path("$ref").asString("") + "/content/"
                + content.getKey().replace("/", "~1") + "/schema";
        for (String text : texts(content.getKey(), answer.body())) {
            assertThat(faults(content.getValue().at("/schema/$ref").asString(pointer), text))
                    .as("%s: %s", answer, text)
                    .isEmpty();
        }
    }

    /** A batch is accepted line by line. */
    private void holdRequest(JsonNode operation, String body, HttpResponse<String> answer) {
        if (!operation.at("/requestBody/content").has("application/x-ndjson")) {
            assertThat(faults(bodySchema(operation), body))
                    .as("accepted: %s", body)
                    .isEmpty();
            return;
        }
        String[] lines = body.split("\n", -1);
        for (String text : texts("application/x-ndjson", answer.body())) {
            JsonNode line = RunningCommandService.JSON.readTree(text);
            if (line.get("status").asInt() < 300) {
                assertThat(faults(bodySchema(operation), lines[line.get("line").asInt() - 1]))
                        .as("accepted: %s", text)
                        .isEmpty();
            }
        }
    }

    private static List<String> texts(String type, String body) {
        return type.endsWith("ndjson") ? body.lines().toList() : List.of(body);
    }

    private static String bodySchema(JsonNode operation) {
        JsonNode content = operation.at("/requestBody/content");
        return content.propertyStream()
                .findFirst()
                .orElseThrow()
                .getValue()
                .at("/schema/$ref")
                .asString();
    }

    private JsonNode operation(String method, String path) {
        return document.path("paths")
                .propertyStream()
                .filter(each -> Pattern.matches(each.getKey().replaceAll("\\{[^}]*}", "[^/]+"), path))
                .map(each -> each.getValue().path(method.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " " + path + " is not documented."));
    }

    private List<String> faults(String schema, String json) {
        return schemas.getSchema(SchemaLocation.of(ADDRESS + schema)).validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
