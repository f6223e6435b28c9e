package uk.muster.query.console.shell;

import java.util.List;

/**
 * The schools to choose from.
 *
 * @param more whether there are more than are listed, so that one is named by its URN
 */
public record SchoolList(List<Line> schools, boolean more) {

    public record Line(String urn, String name, String phase) {}
}
