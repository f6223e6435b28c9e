package uk.muster.kernel.policy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every knob that a policy may have, from {@code policies/schema.yaml}. */
final class PolicySchema {

    private static final PolicySchema STANDARD = new PolicySchema(YamlResources.read("/policies/schema.yaml"));

    private final Map<String, Knob> knobs = new LinkedHashMap<>();
    private final Set<String> groups = new HashSet<>();

    private PolicySchema(JsonNode schema) {
        ValueTypes types = new ValueTypes(schema.get("objects"));
        schema.get("knobs").properties().forEach(entry -> {
            String path = entry.getKey();
            JsonNode knob = entry.getValue();
            knobs.put(
                    path,
                    new Knob(
                            path,
                            types.parse(knob.get("type").stringValue()),
                            knob.path("required").booleanValue(false),
                            knob.get("meaning").stringValue()));
            for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
                groups.add(path.substring(0, dot));
            }
        });
    }

    static PolicySchema standard() {
        return STANDARD;
    }

    List<Knob> knobs() {
        return List.copyOf(knobs.values());
    }

    /** Reports unknown knobs, wrong types and broken constraints of a whole or partial profile. */
    void check(JsonNode tree, Faults faults) {
        if (!tree.isObject()) {
            faults.wrongType("This is an object in the profile schema.");
            return;
        }
        checkGroup(tree, "", faults);
    }

    private void checkGroup(JsonNode group, String prefix, Faults faults) {
        group.properties().forEach(entry -> {
            String path = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            Faults here = faults.at(entry.getKey());
            Knob knob = knobs.get(path);
            if (knob == null && !groups.contains(path)) {
                here.add("The profile schema has no such knob.");
            } else if (!value.isNull() && knob != null) {
                knob.type().check(value, here);
            } else if (!value.isNull() && !value.isObject()) {
                here.wrongType("This is a group of knobs, an object.");
            } else if (!value.isNull()) {
                checkGroup(value, path + ".", here);
            }
        });
    }

    /**
     * One tree with every knob. The value of a knob is that of the last layer in which it is not null: {@code null} inherits, so an
     * inherited feature is switched off by {@code false}, {@code 0} or {@code []}. Lists, maps and objects replace, they are never joined.
     */
    ObjectNode merge(List<JsonNode> layers) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (Knob knob : knobs.values()) {
            JsonNode value = JsonNodeFactory.instance.nullNode();
            for (JsonNode layer : layers) {
                JsonNode own = layer.at(knob.pointer());
                if (!own.isMissingNode() && !own.isNull()) {
                    value = own;
                }
            }
            put(merged, knob.path(), value);
        }
        return merged;
    }

    private static void put(ObjectNode tree, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            tree.set(path, value.deepCopy());
            return;
        }
        String group = path.substring(0, dot);
        ObjectNode below = tree.get(group) instanceof ObjectNode existing ? existing : tree.putObject(group);
        put(below, path.substring(dot + 1), value);
    }
}
