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
 * @param whole whether every week is unfolded, for paper
 */
record ChildQuestion(Set<Kind> kinds, @Nullable LocalDate until, boolean whole) {

    static ChildQuestion of(@Nullable List<Kind> kinds, @Nullable LocalDate until, boolean whole) {
        return new ChildQuestion(
                kinds == null || kinds.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(kinds), until, whole);
    }

    boolean isFiltered() {
        return kinds.size() < Kind.values().length;
    }

    /** The same of earlier days, as a query. */
    String before(LocalDate day) {
        StringBuilder query = new StringBuilder("until=" + day);
        if (isFiltered()) {
            kinds.forEach(kind -> query.append("&kind=").append(kind));
        }
        if (whole) {
            query.append("&whole=true");
        }
        return query.toString();
    }
}
