package uk.muster.kernel.policy;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a school follows up absence: what a report should say, what falls due on which school day of an unexplained absence, and who is told.
 *
 * @param expectedReturnWanted whether a report of an absence should say when the pupil is expected back (KTS-23)
 * @param illnessDetailWanted whether a report should say more than that the pupil is ill (CS-14)
 * @param reportsEveryDay whether an absence is to be reported on each of its days, so that a report without an end covers no later one
 * @param voicemailCalledBack whether a report by voicemail may be answered by a call before anybody decides about it (CS-13)
 * @param homeVisitMinStaff how many should go on a home visit, 1 or more (HCAT-20)
 * @param riskFactors ids of the questions that a risk assessment answers; none where the policy names none
 * @param callsFrom when the calls of a day begin, local time; null for the close of the morning register
 * @param callsUntil by when they are to be made; null for the end of the school day
 * @param repeatDaily whether a further attempt is made on each further school day while the absence is unexplained
 * @param vulnerableFlags the circumstances that steps of scope {@link Scope#VULNERABLE} are for
 * @param steps the timeline of an unexplained absence
 * @param dayEnds when the school day ends, by year group; the close of the afternoon register where none says
 */
public record FollowUpPolicy(
        boolean expectedReturnWanted,
        boolean illnessDetailWanted,
        boolean reportsEveryDay,
        boolean voicemailCalledBack,
        int homeVisitMinStaff,
        List<String> riskFactors,
        @Nullable LocalTime callsFrom,
        @Nullable LocalTime callsUntil,
        boolean repeatDaily,
        boolean socialWorkerTold,
        boolean youthOffendingTold,
        Set<VulnerabilityFlag> vulnerableFlags,
        List<Step> steps,
        List<DayEnd> dayEnds,
        UnauthorisedReturn unauthorised,
        SicknessReturn sickness,
        MedicalEvidence medicalEvidence,
        LatenessPolicy lateness) {

    public FollowUpPolicy {
        riskFactors = List.copyOf(riskFactors);
        vulnerableFlags = Set.copyOf(vulnerableFlags);
        steps = List.copyOf(steps);
        dayEnds = List.copyOf(dayEnds);
    }

    /** When the school day ends for a year group, local time; empty where the policy says nothing. */
    public Optional<LocalTime> dayEnd(String yearGroup) {
        return dayEnds.stream()
                .filter(end -> end.years().isEmpty() || end.years().contains(yearGroup))
                .map(DayEnd::time)
                .findFirst();
    }

    /**
     * A step of the timeline.
     *
     * @param atDay the pupil's school day of the unexplained absence, from 1
     * @param actions what is to be done, as the profile writes it; the first says what kind of task it is
     */
    public record Step(
            String id,
            int atDay,
            Condition condition,
            Scope scope,
            Firing firing,
            List<String> actions,
            Modality modality) {

        public Step {
            actions = List.copyOf(actions);
        }
    }

    /** What must hold for a step. */
    public enum Condition {
        UNEXPLAINED,
        NO_CONTACT,
        NO_CONTACT_AND_UNEXPLAINED,
        /** A visit was made and established no contact. */
        NO_CONTACT_AFTER_VISIT,
        /** A risk assessment or a visit left a concern. */
        NO_CONTACT_CONCERN_REMAINS
    }

    /** Whom a step is for. */
    public enum Scope {
        ALL,
        VULNERABLE,
        SAFEGUARDING_CONCERN
    }

    /** When a step fires on its day. */
    public enum Firing {
        CALL_WINDOW_START,
        CALL_WINDOW_END,
        AM_REGISTER_CLOSE,
        /** As soon as the day's absence is known. */
        SAME_DAY,
        /** The moment its condition holds. */
        EVENT,
        /** At the close of the morning register, of this day and each later one. */
        DAILY,
        /** At the close of the afternoon register. */
        DAY_END
    }

    /** @param years the year groups; none for all of them */
    public record DayEnd(Set<String> years, LocalTime time) {
        public DayEnd {
            years = Set.copyOf(years);
        }
    }

    /** How days towards a return are counted. */
    public enum Counting {
        /** Days in a row. */
        CONTINUOUS,
        /** All of an academic year together. */
        CUMULATIVE,
        /** Whichever comes first. */
        EITHER
    }

    /**
     * When the local authority is told of absence without leave (reg 13(1)).
     *
     * @param days school days in a row
     * @param sessions sessions of an academic year, where they need not be in a row
     */
    public record UnauthorisedReturn(int days, int sessions, Counting counting) {}

    /**
     * When the local authority is told of illness (reg 13(2)).
     *
     * @param days school days of an academic year
     * @param anticipatory whether a forecast is enough
     * @param mandatory whether the return must be made; else it is a prompt to work with the authority
     * @param oncePerYear whether one return a pupil and academic year is enough
     */
    public record SicknessReturn(
            int days, Counting counting, boolean anticipatory, boolean mandatory, boolean oncePerYear) {}

    /**
     * When medical evidence may be asked for.
     *
     * @param fromDay the day of an illness, in a row, from which it may; null where no day is named
     * @param besideUnauthorised whether it also may for a shorter illness beside unauthorised absence (CS-16)
     * @param fromSpell which separate illness of an academic year it is from which it also may, from 2 (CS-15); null where none is
     * @param onGrounds whether it also may where a person has grounds to ask: doubt, or concern about attendance (KTS-37, IPAT-26)
     */
    public record MedicalEvidence(
            @Nullable Integer fromDay,
            boolean besideUnauthorised,
            @Nullable Integer fromSpell,
            boolean onGrounds) {}
}
