package uk.muster.query.chronology;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item's fields in the order in which they are named; what is null is left out. */
record Data(Map<String, Object> fields) {

    Data(String name, Object value) {
        this(new LinkedHashMap<>(Map.of(name, value)));
    }

    Data with(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }
}
