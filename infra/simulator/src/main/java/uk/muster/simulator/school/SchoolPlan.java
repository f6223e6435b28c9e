package uk.muster.simulator.school;

import java.util.List;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.Urn;

/** An invented school: what it is, the policy it follows, the calendar it keeps, its classes and the people who act for it. */
public record SchoolPlan(
        Urn urn,
        String name,
        String laCode,
        Phase phase,
        Policy policy,
        SchoolCalendar calendar,
        List<SchoolClass> classes,
        Person attendanceOfficer,
        Person head) {}
