package uk.muster.query.console.child;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.muster.query.chronology.Kind;

/**
 * What of a child's timeline is shown.
 *
 * @param kinds all of them where none is named
 * @param until the last day; null for today
 * @param week the Monday of a week that is unfolded; null for none but the last few
 * @param whole whether every week is unfolded, for paper
 */
record ChildQuestion(
        Set<Kind> kinds,
        @Nullable LocalDate until,
        @Nullable LocalDate week,
        boolean whole) {

    static ChildQuestion of(
            @Nullable List<Kind> kinds, @Nullable LocalDate until, @Nullable LocalDate week, boolean whole) {
        return new ChildQuestion(
                kinds == null || kinds.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(kinds),
                until,
                week,
                whole);
    }

    boolean isFiltered() {
        return kinds.size() < Kind.values().length;
    }

    /** The same of earlier days, as a query. */
    String before(LocalDate day) {
        return query(day.minusDays(1), whole);
    }

    /** The same with a week unfolded, as a query with the place of the week on the page. */
    String unfolding(LocalDate monday) {
        String query = query(until, whole);
        return "?week=" + monday + (query.isEmpty() ? "" : "&" + query) + "#week-" + monday;
    }

    /** The same for paper, as a query. */
    String onPaper() {
        return "?" + query(until, true);
    }

    private String query(@Nullable LocalDate lastDay, boolean unfolded) {
        StringBuilder query = new StringBuilder();
        if (isFiltered()) {
            kinds.forEach(kind -> query.append("&kind=").append(kind));
        }
        if (lastDay != null) {
            query.append("&until=").append(lastDay);
        }
        if (unfolded) {
            query.append("&whole=true");
        }
        return query.isEmpty() ? "" : query.substring(1);
    }
}
