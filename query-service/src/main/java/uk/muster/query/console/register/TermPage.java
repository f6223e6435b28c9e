package uk.muster.query.console.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.query.console.register.WeekPage.Link;

/**
 * A class's registers of a term, as the paper register had them: a row for each pupil, a column for each session.
 *
 * @param current the address of this page, without an instant
 * @param week the address of the week that is looked at
 * @param previous,next addresses of the terms before and after; null where there is none
 * @param asOf the instant as of which it is drawn; null for now
 * @param asOfText the same in words; null for now
 * @param instants at which something in the term was recorded, oldest first
 * @param links whether the names lead to the children's pages
 * @param totals the half terms together, without cells
 * @param amendments every mark that was amended, in the order of the pages' rows
 */
public record TermPage(
        String group,
        String term,
        String current,
        String week,
        @Nullable String previous,
        @Nullable String next,
        List<HalfTerm> halfTerms,
        @Nullable String asOf,
        @Nullable String asOfText,
        List<Moment> instants,
        String summary,
        boolean links,
        List<Row> totals,
        List<Amended> amendments) {

    /** @param halves {@code AM} or {@code PM} of each column */
    public record HalfTerm(String name, List<Week> weeks, List<Day> days, List<Half> halves, List<Row> rows) {}

    /** @param span how many columns are of it */
    public record Week(String label, String href, int span) {}

    /** @param span how many columns are of it */
    public record Day(String label, int span) {}

    /** @param words the session, such as {@code Mon 7 Sep, morning, not taken} */
    public record Half(String label, String words) {}

    /**
     * A pupil.
     *
     * @param cells the marks as HTML, made of codes and numbers alone: a term has thousands, each as short as it can be
     * @param counts sessions attended, late, absent with leave, absent without
     */
    public record Row(String pupilId, String name, String cells, List<Integer> counts) {}

    /** @param href the week in which it is */
    public record Amended(int number, String pupil, String session, String href, List<Link> chain) {}
}
