package uk.muster.query.console.lists;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.muster.query.console.chart.Spark;

/**
 * Pupils by their attendance.
 *
 * @param finding the list in a sentence
 * @param named whether names are shown
 * @param trust whether it is a trust's, with a column for the school
 * @param base the page's own path, which the form and the links go to
 * @param query what was asked for, for links; begins with {@code ?}
 * @param next the query of the next page; null on the last
 */
public record AtRiskPage(
        String finding,
        boolean named,
        boolean trust,
        String base,
        String query,
        List<Line> lines,
        Asked asked,
        List<Option> bands,
        List<Option> flags,
        List<Sort> sorts,
        @Nullable String trustHref,
        @Nullable String next) {

    /**
     * @param school its name
     * @param spark the rates of the year's school weeks
     */
    public record Line(
            String urn,
            String school,
            String pupilId,
            @Nullable String name,
            String group,
            String yearGroup,
            String percentage,
            String band,
            String css,
            String trend,
            int attended,
            int possible,
            List<String> flags,
            Spark spark) {}

    /** What stands in the form: empty where nothing was asked for, the lowest attendance first where no order was. */
    public record Asked(String band, String yearGroup, String group, String flag, String sort) {

        public Asked(
                @Nullable String band,
                @Nullable String yearGroup,
                @Nullable String group,
                @Nullable String flag,
                @Nullable String sort) {
            this.band = Objects.requireNonNullElse(band, "");
            this.yearGroup = Objects.requireNonNullElse(yearGroup, "");
            this.group = Objects.requireNonNullElse(group, "");
            this.flag = Objects.requireNonNullElse(flag, "");
            this.sort = sort == null || sort.isEmpty() ? "percentage" : sort;
        }
    }

    public record Option(String value, String label, boolean chosen) {}

    /** A way to put the list in order. */
    public record Sort(String label, String href, boolean current) {}
}
