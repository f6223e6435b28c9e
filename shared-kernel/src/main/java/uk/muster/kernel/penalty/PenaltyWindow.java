package uk.muster.kernel.penalty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.Urn;

/**
 * What a child's unauthorised sessions come to in a window on a day.
 *
 * @param from the Monday of the first school week
 * @param to the Sunday of the last
 * @param sessions those that count, in order
 * @param doubled what another school recorded for one of them: one session all the same
 * @param provisional how many of them are {@code N}, not yet settled
 * @param compulsoryAge whether the child is of compulsory school age on the day. If so, sessions of days on which they were not do not count; if
 *     not, all do and nothing can be met (G-11)
 * @param metOn the date of the session that made them as many as the threshold; null when they are fewer
 * @param nextDropsOutOn the first day on which the oldest of them is no longer in the window; null when there is none, and when no calendar that far
 *     is known
 * @param remaining how many of them the window still has on that day; as many as there are when none drops out
 */
public record PenaltyWindow(
        String windowId,
        LocalDate from,
        LocalDate to,
        int schoolWeeks,
        List<CountedSession> sessions,
        List<CountedSession> doubled,
        int provisional,
        int threshold,
        boolean compulsoryAge,
        @Nullable LocalDate metOn,
        @Nullable LocalDate nextDropsOutOn,
        int remaining) {

    private static final String PROVISIONAL = "N";

    public PenaltyWindow {
        sessions = List.copyOf(sessions);
        doubled = List.copyOf(doubled);
    }

    public int count() {
        return sessions.size();
    }

    public boolean met() {
        return metOn != null;
    }

    /**
     * The window on a day.
     *
     * @param sessions marks of any code that the registers have, of this school and of others, in any order; those that a calendar or the roll keeps from
     *     counting left out
     * @param at the school that asks: by its calendar weeks are counted
     * @param on the day; sessions after it are left out
     */
    public static PenaltyWindow of(
            Limit limit,
            SchoolWeeks weeks,
            CompulsoryAge age,
            Urn at,
            Collection<CountedSession> sessions,
            LocalDate on) {
        Period.Days days = limit.period().on(weeks, on);
        boolean compulsory = age.covers(on);
        CountedSessions counted = CountedSessions.of(
                limit,
                at,
                sessions,
                session -> days.has(session.date())
                        && !session.date().isAfter(on)
                        && (!compulsory || age.covers(session.date())));
        List<CountedSession> inOrder = counted.inOrder();
        LocalDate dropsOut = inOrder.isEmpty()
                ? null
                : limit.period()
                        .turnsAfter(weeks, on)
                        .filter(day ->
                                isBefore(inOrder.getFirst(), limit.period().on(weeks, day)))
                        .findFirst()
                        .orElse(null);
        return new PenaltyWindow(
                limit.id(),
                days.from(),
                days.to(),
                days.schoolWeeks(),
                inOrder,
                counted.doubled(),
                (int) inOrder.stream()
                        .filter(one -> one.code().equals(PROVISIONAL))
                        .count(),
                limit.sessions(),
                compulsory,
                compulsory && inOrder.size() >= limit.sessions()
                        ? inOrder.get(limit.sessions() - 1).session().date()
                        : null,
                dropsOut,
                dropsOut == null
                        ? inOrder.size()
                        : remaining(inOrder, limit.period().on(weeks, dropsOut)));
    }

    private static boolean isBefore(CountedSession one, Period.Days days) {
        return one.session().date().isBefore(days.from());
    }

    private static int remaining(List<CountedSession> sessions, Period.Days later) {
        return (int) sessions.stream().filter(one -> !isBefore(one, later)).count();
    }
}
