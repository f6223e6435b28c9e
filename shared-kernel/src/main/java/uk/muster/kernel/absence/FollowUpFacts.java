package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.FollowUpPolicy;
import uk.muster.kernel.policy.VulnerabilityFlag;
import uk.muster.kernel.pupil.RollSpell;

/**
 * All that decides what is due about a pupil's absence.
 *
 * @param yearGroup as the contract writes it
 * @param reachable those outside the school to whom it can write
 * @param onRoll whether the name stands on the admission register today
 * @param deletion of the name from the admission register, once it is recorded
 * @param child what is known of them beyond this year at this school
 * @param now business time
 */
public record FollowUpFacts(
        AbsenceState state,
        PupilMarks marks,
        SchoolCalendars calendars,
        EffectivePolicy policy,
        Set<VulnerabilityFlag> flags,
        Set<Recipient> reachable,
        String yearGroup,
        boolean onRoll,
        Optional<Deletion> deletion,
        Child child,
        Instant now) {

    public FollowUpFacts {
        flags = Set.copyOf(flags);
        reachable = Set.copyOf(reachable);
    }

    /**
     * That a name is deleted from the admission register.
     *
     * @param lastDay the last day on roll
     * @param recordedAt when it was recorded, which may be long after
     */
    public record Deletion(LocalDate lastDay, Instant recordedAt) {}

    /**
     * What is known of a child beyond this year at this school.
     *
     * @param at this school
     * @param roll the days on its roll
     * @param beyond marks that still count: here from before this year, and where the policy counts them those of other schools, a joiner's imported
     *     ones among them
     */
    public record Child(Urn at, CompulsoryAge age, List<RollSpell> roll, List<CountedSession> beyond) {

        public Child {
            roll = List.copyOf(roll);
            beyond = List.copyOf(beyond);
        }

        boolean onRoll(LocalDate date) {
            return roll.stream().anyMatch(spell -> spell.holds(date));
        }
    }

    LocalDate today() {
        return London.dateOf(now);
    }

    DayTimes times() {
        return new DayTimes(policy, yearGroup);
    }

    FollowUpPolicy rules() {
        return policy.followUp();
    }

    /** Recorded more than one school day after the day it is of: history, which starts no first-day response. */
    boolean isHistory(LocalDate day, Instant knownAt) {
        return calendars.schoolDaysBetween(day, London.dateOf(knownAt)) > 1;
    }

    /** Whether a task of the step was raised for that day already, or the day is not history yet. */
    boolean isTimely(String step, LocalDate day) {
        return !isHistory(day, now)
                || state.tasks().stream()
                        .anyMatch(
                                task -> task.step().equals(step) && task.date().equals(day));
    }

    /** The end of that day; where it is over or no school day, of today or else of the next. */
    Instant dueBy(LocalDate day) {
        Stream<LocalDate> days = Stream.of(day, today()).filter(calendars::isSchoolDay);
        return Stream.concat(days, calendars.nextSchoolDay(today(), 1).stream())
                .map(times()::ends)
                .filter(end -> !end.isBefore(now))
                .findFirst()
                .orElseGet(() -> times().ends(day));
    }

    FollowUpFacts with(PupilMarks other) {
        return new FollowUpFacts(
                state, other, calendars, policy, flags, reachable, yearGroup, onRoll, deletion, child, now);
    }
}
