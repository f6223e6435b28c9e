package uk.muster.query.attendance;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.figures.Figures.Frame;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.access.Kind;
import uk.muster.query.access.Look;
import uk.muster.query.access.Looks;
import uk.muster.query.clock.AsOf;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.Registers;
import uk.muster.query.register.RegistersOfPupil;
import uk.muster.query.register.SpecialCategory;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;
import uk.muster.query.sheet.Marks;
import uk.muster.query.sheet.Strip;

/** Counts a pupil's year. */
public final class AttendanceReader {

    private final Schools schools;
    private final Pupils pupils;
    private final Registers registers;
    private final InstantSource clock;
    private final Looks looks;

    public AttendanceReader(Schools schools, Pupils pupils, Registers registers, InstantSource clock, Looks looks) {
        this.schools = schools;
        this.pupils = pupils;
        this.registers = registers;
        this.clock = clock;
        this.looks = looks;
    }

    /**
     * The year's attendance as it was known at an instant, up to the day that it was then: marks and amendments, calendar, roll and policy of then.
     *
     * @param wanted the year; null for that of the day
     * @param asOf inclusive; {@link Instant#MAX} for now
     * @throws uk.muster.http.problem.ProblemException 404 when school or pupil was unknown then, 503 when it shows a special-category
     *     code and that could not be recorded
     */
    public AttendancePage read(Urn urn, PupilId id, @Nullable AcademicYear wanted, Instant asOf) {
        School school = schools.require(urn, asOf);
        Pupil pupil = pupils.require(urn, id, asOf);
        LocalDate today = AsOf.today(asOf, clock);
        AcademicYear year = Objects.requireNonNullElseGet(wanted, () -> AcademicYear.of(today));
        Frame frame = Frame.of(
                year, lastDay(year, today), school.calendars(), school.policy().bands());
        LocalDate from = frame.weeks() == null
                ? frame.from()
                : earlier(frame.from(), frame.weeks().before());
        Marks marks = Marks.of(
                pupil.state().pupil(),
                registers.facts(RegistersOfPupil.between(school, pupil, from, frame.to()), asOf));
        AttendancePage page = AttendanceFigures.page(school, year, frame, Strip.of(school, pupil.state(), marks));
        if (page.sessions().stream().anyMatch(session -> SpecialCategory.is(session.code()))) {
            looks.at(Look.ofPupil(Kind.ATTENDANCE, urn, pupil.state().pupil(), asOf));
        }
        return page;
    }

    /**
     * This year's attendance out of a pupil's sessions that were read already. It records no look: whoever shows it does.
     *
     * @param strip from the year's first day on, or from earlier
     */
    public AttendancePage thisYear(School school, Strip strip) {
        LocalDate today = AsOf.today(Instant.MAX, clock);
        AcademicYear year = AcademicYear.of(today);
        Frame frame = Frame.of(
                year, lastDay(year, today), school.calendars(), school.policy().bands());
        return AttendanceFigures.page(school, year, frame, strip);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    /** No register of a later day is ever taken. */
    private static LocalDate lastDay(AcademicYear year, LocalDate today) {
        return today.isBefore(year.lastDay()) ? today : year.lastDay();
    }
}
