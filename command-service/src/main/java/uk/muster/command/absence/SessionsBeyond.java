package uk.muster.command.absence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.muster.command.absence.AbsentMarks.AbsentMark;
import uk.muster.command.ledger.Batcher;
import uk.muster.command.roll.RollBook;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.school.School;
import uk.muster.command.school.SchoolBook;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.pupil.PupilState;

/**
 * A child's unauthorised absence beyond this year at this school: here in the weeks before it, which windows still reach, and where the policy counts them
 * at other schools (CS-33). That is at those that keep their registers here, found by the UPN, and at an earlier one whose marks
 * were imported. A mark of another school counts as it would there: by its own calendar, and while the child was in one of its groups.
 */
final class SessionsBeyond {

    private final RollBook roll;
    private final SchoolBook schools;
    private final Batcher<AbsentMarks.Question, List<AbsentMark>> marks;

    SessionsBeyond(RollBook roll, SchoolBook schools, Batcher<AbsentMarks.Question, List<AbsentMark>> marks) {
        this.roll = roll;
        this.schools = schools;
        this.marks = marks;
    }

    /**
     * @param before the pupil's marks here before this year
     * @param since the first day that matters of registers; of an import nothing is left out, for it may lie before every calendar
     */
    List<CountedSession> of(
            School school, RollPupil pupil, PupilState known, Collection<AbsentMark> before, LocalDate since) {
        Stream<CountedSession> here = counted(before, school, pupil, known.urn());
        return school.policy().penalty().spansSchools()
                ? Stream.concat(here, elsewhere(pupil, known, since)).toList()
                : here.toList();
    }

    private Stream<CountedSession> elsewhere(RollPupil pupil, PupilState known, LocalDate since) {
        EarlierSessionsImported imported = known.earlierSessions();
        Stream<CountedSession> before = imported == null
                ? Stream.empty()
                : imported.sessions().stream().map(each -> new CountedSession(each.session(), each.code(), null));
        Stream<CountedSession> beside =
                roll.elsewhere(pupil).entrySet().stream().flatMap(each -> at(each, since));
        return Stream.concat(before, beside);
    }

    private Stream<CountedSession> at(Map.Entry<Urn, PupilNumber> other, LocalDate since) {
        Urn urn = other.getKey();
        School school = schools.find(urn).orElse(null);
        RollPupil pupil = roll.of(urn).find(other.getValue()).orElse(null);
        if (school == null || pupil == null) {
            return Stream.empty();
        }
        return counted(marks.answer(new AbsentMarks.Question(pupil.number(), since)), school, pupil, urn);
    }

    private static Stream<CountedSession> counted(
            Collection<AbsentMark> marks, School school, RollPupil pupil, Urn urn) {
        return marks.stream()
                .filter(mark -> counts(mark.session(), school, pupil))
                .map(mark -> new CountedSession(mark.session(), mark.code(), urn));
    }

    private static boolean counts(SessionKey session, School school, RollPupil pupil) {
        return school.calendars().countsInRates(session)
                && pupil.groupOn(session.date()).isPresent();
    }
}
