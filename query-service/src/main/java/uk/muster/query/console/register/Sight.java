package uk.muster.query.console.register;

import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.query.register.SpecialCategory;

/**
 * What a reader sees of registers.
 *
 * @param names whether pupils are shown by name
 * @param links whether the names lead to their pages
 * @param special whether details of special categories are shown
 */
record Sight(boolean names, boolean links, boolean special, boolean mayAmend) {

    static Sight of(Caller caller) {
        boolean staff = caller.isAny(Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD);
        return new Sight(staff || caller.is(Role.CLASS_TEACHER), staff, SpecialCategory.isFor(caller), staff);
    }
}
