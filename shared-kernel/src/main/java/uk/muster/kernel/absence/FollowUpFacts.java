package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.code.CompulsoryAge;
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
 * @param onRoll whether the name stands on the admission register today
 * @param child what is known of them beyond this year at this school
 * @param now business time
 */
public record FollowUpFacts(
        AbsenceState state,
        PupilMarks marks,
        SchoolCalendars calendars,
        EffectivePolicy policy,
        Set<VulnerabilityFlag> flags,
        String yearGroup,
        boolean onRoll,
        Child child,
        Instant now) {

    public FollowUpFacts {
        flags = Set.copyOf(flags);
    }

    /**
     * What is known of a child beyond this year at this school.
     *
     * @param at this school
     * @param roll the days on its roll
     * @param elsewhere marks of other schools that its policy counts, a joiner's imported ones among them
     */
    public record Child(Urn at, CompulsoryAge age, List<RollSpell> roll, List<CountedSession> elsewhere) {

        public Child {
            roll = List.copyOf(roll);
            elsewhere = List.copyOf(elsewhere);
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

    /** The end of the day on which a limit was met; where it is over when that is found, or no school day, of today or else of the next. */
    Instant dueAt(LocalDate met) {
        Stream<LocalDate> days = Stream.of(met, today()).filter(calendars::isSchoolDay);
        return Stream.concat(days, calendars.nextSchoolDay(today(), 1).stream())
                .map(times()::ends)
                .filter(end -> !end.isBefore(now))
                .findFirst()
                .orElseGet(() -> times().ends(met));
    }

    /** Recorded more than one school day after the day it is of: history, which starts no first-day response. */
    boolean isHistory(LocalDate day, Instant knownAt) {
        return calendars.schoolDaysBetween(day, London.dateOf(knownAt)) > 1;
    }

    FollowUpFacts with(PupilMarks other) {
        return new FollowUpFacts(state, other, calendars, policy, flags, yearGroup, onRoll, child, now);
    }
}
