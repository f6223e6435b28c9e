package uk.muster.kernel.penalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.Urn;

/**
 * A time through which a limit was reached, each day measured by its own period: from the session that reached it until so many dropped out that
 * it no longer was. Reaching it once more is another run (G-05).
 *
 * @param from the date of the session that reached the limit
 * @param until the first day on which it was no longer reached; null while it is
 * @param by the sessions that reached it, in order, as many as the limit has
 * @param since the first day of the period in which they did
 */
public record Run(LocalDate from, @Nullable LocalDate until, List<CountedSession> by, LocalDate since) {

    public Run {
        by = List.copyOf(by);
    }

    public boolean lasts() {
        return until == null;
    }

    /** Whether it lasted on a day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /**
     * Every run up to a day, in order.
     *
     * @param sessions as {@link PenaltyWindow#of} takes them; only those of compulsory school age count
     * @param at the school that asks
     */
    public static List<Run> of(
            Limit limit,
            SchoolWeeks weeks,
            CompulsoryAge age,
            Urn at,
            Collection<CountedSession> sessions,
            LocalDate today) {
        List<CountedSession> counted = CountedSessions.of(
                        limit,
                        at,
                        sessions,
                        session -> age.covers(session.date()) && !session.date().isAfter(today))
                .inOrder();
        if (counted.size() < limit.sessions()) {
            return List.of();
        }
        List<Run> runs = new ArrayList<>();
        for (LocalDate week :
                turns(limit.period(), weeks, counted.getFirst().session().date(), today)) {
            Period.Days days = limit.period().on(weeks, week);
            List<CountedSession> in = counted.stream()
                    .filter(one -> days.has(one.session().date()))
                    .toList();
            long before = in.stream()
                    .filter(one -> one.session().date().isBefore(week))
                    .count();
            boolean reached = !runs.isEmpty() && runs.getLast().lasts();
            if (reached && before < limit.sessions()) {
                runs.set(runs.size() - 1, runs.getLast().endedOn(week));
                reached = false;
            }
            if (!reached && in.size() >= limit.sessions()) {
                List<CountedSession> by = in.subList(0, limit.sessions());
                runs.add(new Run(by.getLast().session().date(), null, by, days.from()));
            }
        }
        return List.copyOf(runs);
    }

    /** The weeks from that of the first session to that of today. */
    private static List<LocalDate> turns(Period period, SchoolWeeks weeks, LocalDate first, LocalDate today) {
        return period.turnsAfter(weeks, SchoolWeeks.monday(first).minusDays(1))
                .takeWhile(week -> !week.isAfter(today))
                .toList();
    }

    private Run endedOn(LocalDate day) {
        return new Run(from, day, by, since);
    }
}
