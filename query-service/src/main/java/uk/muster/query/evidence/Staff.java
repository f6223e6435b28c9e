package uk.muster.query.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.query.chronology.ChronologyItem;
import uk.muster.query.chronology.Kind;

/** Leaves out of what is given to a parent who of the staff it was: of an amendment name and title stay (reg 6), of all else the position. */
final class Staff {

    private Staff() {}

    static ChronologyItem leftOut(ChronologyItem item) {
        boolean named = item.kind() == Kind.AMENDMENT;
        Map<String, Object> data = new LinkedHashMap<>();
        item.data()
                .forEach((name, value) -> data.put(name, isPerson(value) ? leftOut((JsonNode) value, named) : value));
        return new ChronologyItem(
                item.id(), item.kind(), item.at(), item.recordedAt(), leftOut(item.by(), named), item.summary(), data);
    }

    private static boolean isPerson(Object value) {
        return value instanceof JsonNode node && node.isObject() && node.has("position");
    }

    private static @Nullable JsonNode leftOut(@Nullable JsonNode person, boolean named) {
        if (!(person instanceof ObjectNode known)) {
            return person;
        }
        ObjectNode rest = known.deepCopy();
        rest.remove("id");
        if (!named) {
            rest.remove("name");
        }
        return rest;
    }
}
