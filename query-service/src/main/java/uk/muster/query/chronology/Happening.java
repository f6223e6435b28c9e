package uk.muster.query.chronology;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.query.store.Fact;

/**
 * Something that happened to a pupil, before it is put into words.
 *
 * @param at business time; for enrolment the beginning of its day
 * @param event what the fact says
 * @param mark the pupil's own mark out of a class's
 * @param sequel what later facts say of it
 */
record Happening(
        Kind kind,
        Instant at,
        Fact fact,
        MusterEvent event,
        @Nullable Mark mark,
        @Nullable Sequel sequel) {

    Happening(Kind kind, Instant at, Fact fact, MusterEvent event) {
        this(kind, at, fact, event, null, null);
    }

    /** Newest first; of two at one instant the one recorded last comes first. No two of a pupil are equal in this. */
    static final Comparator<Happening> NEWEST_FIRST = Comparator.comparing(Happening::at)
            .thenComparingLong(happening -> happening.fact().position())
            .reversed();

    /** The same with what later facts say of it. */
    Happening followedBy(@Nullable Sequel later) {
        return new Happening(kind, at, fact, event, mark, later);
    }

    /** Whether it comes after that place in the order. */
    boolean isAfter(Instant otherAt, long otherPosition) {
        int byInstant = at.compareTo(otherAt);
        return byInstant < 0 || (byInstant == 0 && fact.position() < otherPosition);
    }
}
