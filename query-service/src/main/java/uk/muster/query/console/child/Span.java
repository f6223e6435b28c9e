package uk.muster.query.console.child;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.query.chronology.Kind;
import uk.muster.query.chronology.Story;

/**
 * The days of a timeline that a page shows: whole weeks of one academic year, as many as keep the page light.
 *
 * @param from the first day
 * @param until the last day; null for today
 * @param older the way to what happened before, and how much of it there is; null when there is nothing
 */
public record Span(
        LocalDate from, @Nullable LocalDate until, @Nullable Older older) {

    /** Entries of a page, a week's marks as one. An entry takes about a kilobyte. */
    private static final int MOST = 60;

    /** Entries of a page for paper, on which each week's marks take two kilobytes more. */
    private static final int MOST_ON_PAPER = 80;

    /** @param query as of a link */
    public record Older(String query, String text) {}

    /** @param story of the kinds that are shown */
    static Span of(Story story, ChildQuestion question, LocalDate today) {
        LocalDate last = Objects.requireNonNullElse(question.until(), today);
        LocalDate yearFrom = AcademicYear.of(last).firstDay();
        Story year = story.between(yearFrom, question.until());
        LocalDate from = first(year, question, yearFrom);
        int sameYear = year.between(null, from.minusDays(1)).size();
        int before = story.between(null, yearFrom.minusDays(1)).size();
        return new Span(from, question.until(), older(question, from, yearFrom, sameYear, before));
    }

    /** The Monday, or the year's first day, from which on the page is full enough. */
    private static LocalDate first(Story year, ChildQuestion question, LocalDate yearFrom) {
        SequencedMap<LocalDate, Integer> entries = new LinkedHashMap<>();
        year.days().forEach(day -> entries.put(monday(day), 1));
        year.of(withoutMarks()).days().forEach(day -> entries.merge(monday(day), 1, Integer::sum));
        int most = question.whole() ? MOST_ON_PAPER : MOST;
        int shown = 0;
        LocalDate first = null;
        for (Map.Entry<LocalDate, Integer> week : entries.entrySet()) {
            shown += week.getValue();
            if (first != null && shown > most) {
                return first;
            }
            first = week.getKey();
        }
        return yearFrom;
    }

    private static @Nullable Older older(
            ChildQuestion question, LocalDate from, LocalDate yearFrom, int sameYear, int before) {
        if (sameYear > 0) {
            return new Older(question.before(from), "Show what was before: " + sameYear + " more of this year");
        }
        return before == 0 ? null : new Older(question.before(yearFrom), "Show the years before: " + before + " more");
    }

    private static Set<Kind> withoutMarks() {
        return EnumSet.complementOf(EnumSet.of(Kind.MARK));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
