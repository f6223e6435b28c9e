package uk.muster.kernel.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;

/**
 * One pupil's entry in a register with all that was made of it.
 *
 * @param original the entry first made
 * @param origin how it was made
 * @param recordedAt when it was written down
 * @param amendments in the order in which they were recorded
 */
public record Entry(Mark original, Origin origin, Instant recordedAt, List<Amendment> amendments) {

    /** How an entry came into the register. */
    public enum Origin {
        /** With the class, by whoever took the register. */
        TAKEN,
        /** Later, by whoever completed it. */
        ADDED,
        /** By signing in. */
        ARRIVAL
    }

    /** An amendment and when it was recorded. */
    public record Amendment(MarkAmended fact, Instant recordedAt) {}

    /** What the entry says now: the last amendment, or the original. */
    public Mark effective() {
        if (amendments.isEmpty()) {
            return original;
        }
        MarkAmended last = amendments.getLast().fact();
        return new Mark(original.pupil(), last.amendedCode(), last.minutesLate(), last.detail());
    }

    Entry amended(MarkAmended fact, Instant at) {
        List<Amendment> all = new ArrayList<>(amendments);
        all.add(new Amendment(fact, at));
        return new Entry(original, origin, recordedAt, List.copyOf(all));
    }

    static Entry first(Mark mark, Origin origin, Instant at) {
        return new Entry(mark, origin, at, List.of());
    }

    /** The code that stands now. */
    public String code() {
        return effective().code();
    }

    /** Minutes late as they stand now, for {@code L} and {@code U}. */
    public @Nullable Integer minutesLate() {
        return effective().minutesLate();
    }
}
