package uk.muster.query.console.lists;

import uk.muster.http.convention.PageLimit;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;

/** What lists have in common: as much at once as a page shows or a table takes, and who reads names. */
final class Readers {

    /** Of a page for people. */
    static final PageLimit A_PAGE = PageLimit.parse(PageLimit.DEFAULT);

    /** At once of a table of everything. */
    static final PageLimit AT_ONCE = new PageLimit(PageLimit.MOST);

    private Readers() {}

    /** A trust's executive reads no name of a child. */
    static boolean seesNames(Caller caller) {
        return caller.isAny(Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD);
    }
}
