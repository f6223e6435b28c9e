package uk.muster.query.attendance;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.code.Tally;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Bands;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.Registers;
import uk.muster.query.register.RegistersOfPupil;
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

    public AttendanceReader(Schools schools, Pupils pupils, Registers registers, InstantSource clock) {
        this.schools = schools;
        this.pupils = pupils;
        this.registers = registers;
        this.clock = clock;
    }

    /**
     * The year's attendance as it was known at an instant.
     *
     * @param wanted the year; null for that of today
     * @param asOf inclusive; {@link Instant#MAX} for now
     * @throws uk.muster.http.problem.ProblemException 404 when school or pupil was unknown then
     */
    public AttendancePage read(Urn urn, PupilId id, @Nullable AcademicYear wanted, Instant asOf) {
        School school = schools.require(urn, asOf);
        Pupil pupil = pupils.require(urn, id, asOf);
        AcademicYear year =
                Objects.requireNonNullElseGet(wanted, () -> AcademicYear.of(London.dateOf(clock.instant())));
        Marks marks = Marks.of(
                pupil.state().pupil(),
                registers.facts(RegistersOfPupil.between(school, pupil, year.firstDay(), lastDay(year)), asOf));
        return page(
                year, Strip.of(school, pupil.state(), marks), school.policy().bands());
    }

    /** No register of a later day is ever taken. */
    private LocalDate lastDay(AcademicYear year) {
        LocalDate today = London.dateOf(clock.instant());
        return today.isBefore(year.lastDay()) ? today : year.lastDay();
    }

    private static AttendancePage page(AcademicYear year, Strip strip, Bands bands) {
        List<AttendancePage.Session> sessions = new ArrayList<>(strip.size());
        List<AttendanceCode> counted = new ArrayList<>(strip.size());
        int minutesLate = 0;
        for (int place = 0; place < strip.size(); place++) {
            SessionKey session = strip.session(place);
            AttendanceCode code = strip.code(place);
            sessions.add(
                    new AttendancePage.Session(session.date(), session.half(), code.symbol(), strip.counts(place)));
            if (strip.counts(place)) {
                counted.add(code);
                minutesLate += Math.max(0, strip.minutesLate(place));
            }
        }
        Tally tally = Tally.of(counted);
        return new AttendancePage(
                year,
                tally.possible(),
                tally.attended(),
                tally.authorisedAbsence(),
                tally.unauthorisedAbsence(),
                tally.unableToAttend(),
                tally.percentage().orElse(null),
                bands.isPersistentlyAbsent(tally.attended(), tally.possible()),
                bands.isSeverelyAbsent(tally.attended(), tally.possible()),
                bands.bandOf(tally.attended(), tally.possible())
                        .map(Bands.Band::id)
                        .orElse(null),
                tally.byCode(),
                tally.count("L"),
                tally.count("U"),
                minutesLate,
                sessions);
    }
}
