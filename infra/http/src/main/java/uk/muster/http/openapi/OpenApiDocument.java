package uk.muster.http.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A service's contract in OpenAPI 3.1.
 *
 * @param tree the whole document
 */
public record OpenApiDocument(JsonNode tree) {

    /** Where the document of the service {@code spring.application.name} lies. */
    static final String PLACE = "classpath:openapi/${spring.application.name}.yaml";

    /**
     * The document of the service that runs in this context.
     *
     * @throws IllegalStateException when there is none on the class path
     */
    public static OpenApiDocument of(ApplicationContext context) {
        Resource resource = context.getResource(context.getEnvironment().resolvePlaceholders(PLACE));
        if (!resource.exists()) {
            throw new IllegalStateException("The service has no contract: " + resource.getDescription() + ".");
        }
        try (InputStream yaml = resource.getInputStream()) {
            return new OpenApiDocument(YAMLMapper.shared().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The node itself, or what it refers to within the document. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? tree.at(node.get("$ref").asString().substring(1)) : node;
    }
}
