package uk.muster.command.register;

import java.time.LocalDate;
import java.util.List;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.SchoolEvent.CalendarPublished;
import uk.muster.kernel.identity.AcademicYear;

/** The half term in which the clocks went forward, on Sunday 29 March 2026. */
final class SpringTerm {

    static final CalendarPublished CALENDAR = new CalendarPublished(
            Scene.SCHOOL,
            new AcademicYear(2025),
            List.of(new Term("Spring 2", LocalDate.parse("2026-02-23"), LocalDate.parse("2026-04-02"))),
            List.of());

    private SpringTerm() {}

    static PupilAdmitted admission(Scene scene, String id, String group) {
        PupilAdmitted autumn = scene.admission(id, group, LocalDate.parse("2017-11-05"), Enrolment.SINGLE);
        LocalDate admitted = LocalDate.parse("2026-02-23");
        return new PupilAdmitted(
                autumn.urn(),
                autumn.pupil(),
                autumn.identity(),
                autumn.placement(),
                autumn.details(),
                autumn.contacts(),
                autumn.flags(),
                admitted,
                autumn.group(),
                admitted);
    }
}
