package uk.muster.query.console.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.query.console.shell.MarkLook;

/**
 * A class's registers of a week.
 *
 * @param current the address of this register, without a query
 * @param asOf the instant as of which it is drawn; null for now
 * @param asOfText the same in words; null for now
 * @param instants at which something in the week was recorded, oldest first
 * @param links whether the names lead to the children's pages
 * @param mayAmend whether the reader may amend marks
 */
public record WeekPage(
        String group,
        String week,
        String current,
        String previous,
        @Nullable String next,
        List<Column> columns,
        List<Row> rows,
        @Nullable String asOf,
        @Nullable String asOfText,
        List<Moment> instants,
        String summary,
        boolean links,
        boolean mayAmend) {

    /**
     * A session.
     *
     * @param taken when and by whom it was taken; that it was not, where it was not
     * @param chosen whether it is the one that was asked for
     */
    public record Column(String day, String half, String href, String taken, boolean chosen) {}

    /** @param name the child's, or what the MIS calls them where the reader sees no names */
    public record Row(String pupilId, String name, List<Cell> cells) {}

    /**
     * @param title what it means, and where it was amended, why, when and by whom, for a pointer that rests on it
     * @param before what it said at first, where that was amended
     * @param chain every amendment, oldest first
     * @param amendHref where it can be amended; null where there is nothing to amend
     */
    public record Cell(
            MarkLook look,
            String title,
            @Nullable String before,
            List<Link> chain,
            @Nullable String amendHref) {}

    /**
     * An amendment.
     *
     * @param more what else the entry says since, such as minutes late; null for nothing
     * @param by name and position of whoever made it
     * @param approvedBy a second person, where the policy wanted one
     */
    public record Link(
            String from,
            String to,
            @Nullable String more,
            @Nullable String reason,
            @Nullable String by,
            String at,
            @Nullable String approvedBy,
            boolean afterWindow) {}
}
