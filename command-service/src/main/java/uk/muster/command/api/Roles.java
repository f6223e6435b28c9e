package uk.muster.command.api;

import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;

/** The contract's table of who may do what, where a rule is finer than an endpoint. */
final class Roles {

    private Roles() {}

    /** A class teacher who is nothing else may amend no more than N to L or U. */
    static boolean amendsOnlyToLate(Caller caller) {
        return !caller.isAny(Role.MIS_INTEGRATION, Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD);
    }
}
