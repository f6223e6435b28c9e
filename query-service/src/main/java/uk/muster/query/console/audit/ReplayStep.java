package uk.muster.query.console.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.http.convention.Times;
import uk.muster.query.console.shell.Say;

/**
 * A fact of a register, with what it changed.
 *
 * @param title what kind of fact it is
 * @param by the person who acted; null where none did
 * @param system the calling one
 * @param changes what was different before it and after it
 * @param same how many marks stayed as they were; empty for none
 * @param hash,previous of the fact, and of the school's fact before it, in hexadecimal
 */
record ReplayStep(
        long position,
        String title,
        String recorded,
        @Nullable String by,
        String system,
        @Nullable String reason,
        List<Change> changes,
        String same,
        String hash,
        String previous) {

    /** @param what a pupil, or a field of the register */
    record Change(String what, String before, String after) {}

    /** @param line of the register's replay */
    static ReplayStep of(JsonNode line) {
        JsonNode before = line.path("before");
        JsonNode after = line.path("after");
        List<Change> changes = new ArrayList<>();
        if (!before.path("takenAt").equals(after.path("takenAt"))) {
            changes.add(new Change("Taken at", takenAt(before), takenAt(after)));
        }
        Set<String> pupils = new TreeSet<>(before.path("marks").propertyNames());
        pupils.addAll(after.path("marks").propertyNames());
        int same = 0;
        for (String pupil : pupils) {
            JsonNode was = before.path("marks").path(pupil);
            JsonNode is = after.path("marks").path(pupil);
            if (was.equals(is)) {
                same++;
            } else {
                changes.add(new Change(pupil, mark(was), mark(is)));
            }
        }
        return new ReplayStep(
                line.path("position").asLong(),
                title(line.path("type").asString()),
                Say.moment(Times.instant(line.path("recordedAt").asString())),
                Say.person(line.get("by")),
                line.path("system").asString(),
                line.path("data").path("reason").asString(null),
                changes,
                same == 0 ? "" : Say.count(same, "other mark") + " as before",
                line.path("hash").asString(),
                line.path("previoushash").asString());
    }

    /** {@code mark-amended.v1} is {@code Mark amended}. */
    private static String title(String type) {
        return Say.phrase(type.replaceFirst("\\.v[0-9]+$", "").replace('-', '_'));
    }

    private static String takenAt(JsonNode register) {
        String instant = register.path("takenAt").asString("");
        return instant.isEmpty() ? "not taken" : Say.moment(Times.instant(instant));
    }

    private static String mark(JsonNode mark) {
        if (mark.isMissingNode()) {
            return "no mark";
        }
        JsonNode late = mark.path("minutesLate");
        return mark.path("code").asString() + (late.isInt() ? ", " + Say.count(late.asInt(), "minute") + " late" : "");
    }
}
