package uk.muster.query.console.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a child is.
 *
 * @param place year and group of today, or the last
 * @param roll since when the name stands on the admission register, or from when to when it did
 */
public record Identity(
        String urn, String pupilId, String name, String place, String roll, List<String> flags, List<Adult> contacts) {

    /** An adult to be told. */
    public record Adult(
            String id,
            String name,
            String relationship,
            @Nullable String phone,
            @Nullable String email,
            boolean livesWith) {}
}
