package uk.muster.query.audit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a fact changed: of each field that is not the same before and after, both values; of a field with values by name, those of the names that
 * changed. A field that is new is in {@code after} alone, one that is gone in {@code before}.
 */
record Change(Map<String, Object> before, Map<String, Object> after) {

    static Change between(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> left = new LinkedHashMap<>();
        Map<String, Object> right = new LinkedHashMap<>();
        for (String name : both(before, after)) {
            Object was = before.get(name);
            Object is = after.get(name);
            if (byName(was) && byName(is)) {
                Change inner = betweenNames(asMap(was), asMap(is));
                put(name, inner.before(), left);
                put(name, inner.after(), right);
            } else if (!Objects.equals(was, is)) {
                put(name, was, left);
                put(name, is, right);
            }
        }
        return new Change(left, right);
    }

    private static Change betweenNames(Map<?, ?> before, Map<?, ?> after) {
        Map<String, Object> left = new LinkedHashMap<>();
        Map<String, Object> right = new LinkedHashMap<>();
        for (Object name : both(before, after)) {
            Object was = before.get(name);
            Object is = after.get(name);
            if (!Objects.equals(was, is)) {
                put(name.toString(), was, left);
                put(name.toString(), is, right);
            }
        }
        return new Change(left, right);
    }

    private static <K> Set<K> both(Map<? extends K, ?> before, Map<? extends K, ?> after) {
        Set<K> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    private static boolean byName(@Nullable Object value) {
        return value == null || value instanceof Map<?, ?>;
    }

    private static Map<?, ?> asMap(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static void put(String name, @Nullable Object value, Map<String, Object> into) {
        if (value != null && !(value instanceof Map<?, ?> map && map.isEmpty())) {
            into.put(name, value);
        }
    }
}
