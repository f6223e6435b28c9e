package uk.muster.simulator.school;

import java.util.List;
import java.util.Optional;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.Urn;

/**
 * An invented school: what it is, the policy it follows, the calendar it keeps, its classes and the people who act for it.
 *
 * @param responsibleOfficer in whose name an N becomes O; empty where the school names nobody
 */
public record SchoolPlan(
        Urn urn,
        String name,
        String laCode,
        Phase phase,
        Policy policy,
        SchoolCalendar calendar,
        List<SchoolClass> classes,
        Person attendanceOfficer,
        Person head,
        Optional<Person> responsibleOfficer) {

    /** A school in whose attendance officer's name an N becomes O. */
    public SchoolPlan(
            Urn urn,
            String name,
            String laCode,
            Phase phase,
            Policy policy,
            SchoolCalendar calendar,
            List<SchoolClass> classes,
            Person attendanceOfficer,
            Person head) {
        this(
                urn,
                name,
                laCode,
                phase,
                policy,
                calendar,
                classes,
                attendanceOfficer,
                head,
                Optional.of(attendanceOfficer));
    }

    /** The same school naming nobody in whose name an N becomes O. */
    public SchoolPlan withoutResponsibleOfficer() {
        return new SchoolPlan(
                urn, name, laCode, phase, policy, calendar, classes, attendanceOfficer, head, Optional.empty());
    }
}
