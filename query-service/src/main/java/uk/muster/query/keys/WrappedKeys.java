package uk.muster.query.keys;

import java.util.Collection;
import java.util.Map;

/** Where wrapped data keys lie. */
@FunctionalInterface
public interface WrappedKeys {

    /** Those of the keys that are there, by number; a destroyed key is not. */
    Map<Long, byte[]> find(Collection<Long> numbers);
}
