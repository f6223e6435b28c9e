package uk.muster.query.penalty;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.penalty.PenaltyWindow;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.chronology.Absences;
import uk.muster.query.clock.AsOf;
import uk.muster.query.penalty.PenaltyWindowLine.Person;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;
import uk.muster.query.sheet.Strip;
import uk.muster.query.store.Fact;

/** Counts a pupil's unauthorised sessions in each window of the school's policy. */
public final class PenaltyWindowReader {

    private final Schools schools;
    private final Pupils pupils;
    private final ChildSessions sessions;
    private final Absences absences;
    private final EarlierSchools earlierSchools;
    private final InstantSource clock;

    PenaltyWindowReader(
            Schools schools,
            Pupils pupils,
            ChildSessions sessions,
            Absences absences,
            EarlierSchools earlierSchools,
            InstantSource clock) {
        this.schools = schools;
        this.pupils = pupils;
        this.sessions = sessions;
        this.absences = absences;
        this.earlierSchools = earlierSchools;
        this.clock = clock;
    }

    /** Windows of a pupil, in the order of the policy. */
    public record Windows(List<PenaltyWindowLine> items) {

        public Windows {
            items = List.copyOf(items);
        }
    }

    /**
     * The windows on a day, as they were known at an instant.
     *
     * @param wanted the day; null for today, or the day of the instant. One that has not come yet shows what will be left of today's marks
     * @param asOf inclusive; {@link Instant#MAX} for now
     * @throws uk.muster.http.problem.ProblemException 404 when school or pupil was not known then
     */
    public Windows read(Urn urn, PupilId id, @Nullable LocalDate wanted, Instant asOf) {
        School school = schools.require(urn, asOf);
        Pupil pupil = pupils.require(urn, id, asOf);
        LocalDate today = AsOf.today(asOf, clock);
        LocalDate on = wanted == null ? today : wanted;
        LocalDate to = on.isBefore(today) ? on : today;
        return read(
                school,
                pupil,
                id,
                on,
                from -> sessions.at(school, pupil, from, to, asOf),
                absences.of(urn, pupil.state().pupil(), asOf),
                asOf);
    }

    /**
     * Today's windows out of what was read already.
     *
     * @param strip every session of the pupil at the school
     * @param followUp the facts of the pupil's absences
     */
    public Windows today(School school, Pupil pupil, PupilId id, Strip strip, List<Fact> followUp) {
        return read(
                school,
                pupil,
                id,
                AsOf.today(Instant.MAX, clock),
                from -> ChildSessions.of(strip, pupil.state().urn(), from),
                followUp,
                Instant.MAX);
    }

    /** @param here the sessions at the school from a day on */
    private Windows read(
            School school,
            Pupil pupil,
            PupilId id,
            LocalDate on,
            Function<LocalDate, List<CountedSession>> here,
            List<Fact> followUp,
            Instant asOf) {
        PupilState state = pupil.state();
        LocalDate today = AsOf.today(asOf, clock);
        SchoolWindows windows = SchoolWindows.of(school, state.urn(), on);
        List<CountedSession> imported = windows.spansSchools() ? ChildSessions.imported(state) : List.of();
        LocalDate from = windows.from(imported);
        List<CountedSession> all = new ArrayList<>(here.apply(from));
        all.addAll(imported);
        if (windows.spansSchools()) {
            LocalDate to = on.isBefore(today) ? on : today;
            sessions.elsewhere(List.of(state), from, to, asOf).values().forEach(all::addAll);
        }
        Retractions retractions = Retractions.of(followUp);
        String earlierSchool = earlierSchools.of(state);
        Person person = new Person(id.value(), null, null, null);
        List<PenaltyWindow> counted = windows.count(state.placement().compulsoryAge(), all, imported);
        return new Windows(counted.stream()
                .map(window ->
                        PenaltyWindowLine.of(person, state.urn(), window, earlierSchool, retractions.of(window, on)))
                .toList());
    }
}
