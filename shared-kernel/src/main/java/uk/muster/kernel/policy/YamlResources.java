package uk.muster.kernel.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a YAML file of the kernel as a JSON tree. */
final class YamlResources {

    private static final YAMLMapper YAML = YAMLMapper.shared();

    private YamlResources() {}

    static JsonNode read(String name) {
        try (InputStream in = YamlResources.class.getResourceAsStream(name)) {
            return YAML.readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
