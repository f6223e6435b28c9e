package uk.muster.query.console.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands round a page.
 *
 * @param person who reads; null on a page that says what went wrong
 * @param school its name; null outside of one
 * @param urn the school's; null outside of one
 * @param several whether the reader has other schools to choose
 */
public record Frame(
        @Nullable String person,
        @Nullable String school,
        @Nullable String urn,
        boolean several,
        List<Link> navigation) {

    static final Frame BARE = new Frame(null, null, null, false, List.of());

    /** @param current whether the page is in it */
    public record Link(String label, String href, boolean current) {}
}
