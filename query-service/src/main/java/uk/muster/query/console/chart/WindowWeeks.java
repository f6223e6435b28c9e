package uk.muster.query.console.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.query.console.shell.Say;
import uk.muster.query.penalty.PenaltyWindowLine;
import uk.muster.query.penalty.SessionOfWindow;

/**
 * A penalty window drawn over its school weeks.
 *
 * @param dropsOut which session leaves the window next, when, and what the window has then; null where none does
 */
public record WindowWeeks(List<Week> weeks, @Nullable String dropsOut) {

    /**
     * @param count its sessions; empty for none
     * @param oldest whether the session that drops out next is in it
     */
    public record Week(String label, String count, boolean oldest) {}

    public static WindowWeeks of(PenaltyWindowLine line, SchoolCalendars calendars) {
        Map<LocalDate, Integer> counts = new HashMap<>();
        line.sessions().forEach(session -> counts.merge(monday(session.date()), 1, Integer::sum));
        Optional<SessionOfWindow> oldest = line.sessions().stream()
                .min(Comparator.comparing(SessionOfWindow::date).thenComparing(SessionOfWindow::session));
        LocalDate oldestWeek = oldest.map(each -> monday(each.date())).orElse(LocalDate.MIN);
        return new WindowWeeks(
                calendars.schoolWeeks(line.from(), line.to()).stream()
                        .map(week -> new Week(
                                Say.shortDay(week).substring("Mon ".length()),
                                counts.containsKey(week) ? String.valueOf(counts.get(week)) : "",
                                week.equals(oldestWeek)))
                        .toList(),
                dropsOut(line, oldest));
    }

    private static @Nullable String dropsOut(PenaltyWindowLine line, Optional<SessionOfWindow> oldest) {
        LocalDate on = line.nextDropsOutOn();
        return on == null || oldest.isEmpty()
                ? null
                : Say.shortDay(oldest.get().date()) + ", "
                        + Say.half(oldest.get().session()) + ", on " + Say.shortDay(on) + "; then " + line.remaining();
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
