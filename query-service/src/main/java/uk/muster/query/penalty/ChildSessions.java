package uk.muster.query.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.code.Authorisation;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.Registers;
import uk.muster.query.register.RegistersOfPupil;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;
import uk.muster.query.sheet.Marks;
import uk.muster.query.sheet.Strip;

/** A child's unauthorised absence that counts, at a school and elsewhere. */
final class ChildSessions {

    private final Schools schools;
    private final Pupils pupils;
    private final Registers registers;

    ChildSessions(Schools schools, Pupils pupils, Registers registers) {
        this.schools = schools;
        this.pupils = pupils;
        this.registers = registers;
    }

    /**
     * @param from,to first and last date, both inclusive
     * @param asOf what was known then; {@code school} and {@code pupil} are those of then
     */
    List<CountedSession> at(School school, Pupil pupil, LocalDate from, LocalDate to, Instant asOf) {
        Marks marks = Marks.of(
                pupil.state().pupil(), registers.facts(RegistersOfPupil.between(school, pupil, from, to), asOf));
        return of(Strip.of(school, pupil.state(), marks), pupil.state().urn(), from);
    }

    /** The absences without leave of a strip, from a day on. */
    static List<CountedSession> of(Strip strip, Urn urn, LocalDate from) {
        List<CountedSession> counted = new ArrayList<>();
        for (int place = strip.placeFrom(from); place < strip.size(); place++) {
            AttendanceCode code = strip.code(place);
            if (strip.counts(place) && code.authorisation() == Authorisation.UNAUTHORISED) {
                counted.add(new CountedSession(strip.session(place), code.symbol(), urn));
            }
        }
        return counted;
    }

    /** At other schools that keep their registers here, of each child that was on roll at one in that time. */
    Map<PupilNumber, List<CountedSession>> elsewhere(
            Collection<PupilState> children, LocalDate from, LocalDate to, Instant asOf) {
        Map<PupilNumber, List<CountedSession>> found = new HashMap<>();
        pupils.elsewhere(children, asOf).forEach((child, places) -> {
            List<CountedSession> all = new ArrayList<>();
            for (Pupil same : places) {
                if (isOnRollBetween(same.state(), from, to)) {
                    School school = schools.require(same.state().urn(), asOf);
                    all.addAll(at(school, same, from, to, asOf));
                }
            }
            found.put(child, all);
        });
        return found;
    }

    private static boolean isOnRollBetween(PupilState pupil, LocalDate from, LocalDate to) {
        return pupil.roll().stream()
                .anyMatch(spell -> !spell.from().isAfter(to)
                        && (spell.until() == null || !spell.until().isBefore(from)));
    }

    /** At an earlier school, imported. */
    static List<CountedSession> imported(PupilState pupil) {
        EarlierSessionsImported imported = pupil.earlierSessions();
        return imported == null
                ? List.of()
                : imported.sessions().stream()
                        .map(each -> new CountedSession(each.session(), each.code(), null))
                        .toList();
    }
}
