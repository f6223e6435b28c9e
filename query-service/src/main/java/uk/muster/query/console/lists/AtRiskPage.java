package uk.muster.query.console.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** @param spark points of a line in a box of 100 by 24, one for each school week; empty where there are fewer than two */
    public record Line(
            String urn,
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
            String spark) {}

    /** What stands in the form. */
    public record Asked(String band, String yearGroup, String group, String flag, String sort) {}

    public record Option(String value, String label, boolean chosen) {}

    /** A way to put the list in order. */
    public record Sort(String label, String href, boolean current) {}
}
