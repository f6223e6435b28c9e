package uk.muster.kernel.policy;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.code.ArrivalRules;
import uk.muster.kernel.code.RecordingRules;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.SessionHalf;

/**
 * A school's policy in force: baseline, profile and overlay merged, as typed values.
 *
 * @param monitoring null where the policy has none
 * @param packed the merged policy with every knob that has a value
 */
public record EffectivePolicy(
        String profileId,
        String profileVersion,
        SessionTimes sessions,
        ArrivalRules arrivals,
        RecordingRules recording,
        RegisterPolicy register,
        AmendmentPolicy amendments,
        RemovalPolicy removals,
        boolean parentToldBeforeUnauthorised,
        FollowUpPolicy followUp,
        PenaltyPolicy penalty,
        NoticePolicy notices,
        int retentionYears,
        Bands bands,
        @Nullable MonitoringPolicy monitoring,
        RewardPolicy rewards,
        List<Contact> contacts,
        PackedJson packed) {

    public EffectivePolicy {
        contacts = List.copyOf(contacts);
    }

    /**
     * Reads a merged policy, as {@link Activation.Activated} gave it.
     *
     * @throws IllegalArgumentException when a knob that is needed has no value
     */
    public static EffectivePolicy of(JsonNode merged) {
        return new PolicyReader(merged).policy();
    }

    /**
     * The version of the merged policy: 16 hexadecimal digits. Two policies with one hash decide alike; an event that a rule decided
     * carries it.
     */
    public String hash() {
        return packed.hash();
    }

    /** The merged policy with every knob that has a value, as an event stores it and {@link #of} reads it back; a tree of the caller's own. */
    public JsonNode json() {
        return packed.unpack();
    }

    @Override
    public String toString() {
        return profileId + " " + profileVersion + " (" + hash() + ")";
    }

    /** When a school's registers are open; local times. */
    public record SessionTimes(LocalTime amOpens, LocalTime amCloses, LocalTime pmOpens, LocalTime pmCloses) {

        /** From when the register of a session is taken. */
        public LocalTime opens(SessionHalf half) {
            return half == SessionHalf.AM ? amOpens : pmOpens;
        }

        /** Until when the register of a session is open. */
        public LocalTime closes(SessionHalf half) {
            return half == SessionHalf.AM ? amCloses : pmCloses;
        }
    }

    /**
     * How registers are kept.
     *
     * @param lateReasonRequired whether a late arrival is signed in with a reason
     * @param overdueAfterMinutes minutes after close from which a register not taken is overdue, 0 or more
     * @param reasonDeadlineDays days after the session's own by which the reason of an N is to be known, 1 or more (reg 10(7) to (9))
     * @param reasonDeadlineUnit which days they are
     * @param responsibleOfficer in whose name an N becomes O; null when the school names nobody
     */
    public record RegisterPolicy(
            boolean lateReasonRequired,
            int overdueAfterMinutes,
            int reasonDeadlineDays,
            DeadlineUnit reasonDeadlineUnit,
            @Nullable Person responsibleOfficer) {}

    /** The days of a deadline. */
    public enum DeadlineUnit {
        /** Days of the school's calendar, as the law has it. */
        SCHOOL_DAY,
        /** Monday to Friday without bank holidays (KTS-X04); the law's own deadline runs beside it. */
        WORKING_DAY
    }

    /**
     * How marks may be amended.
     *
     * @param requiredFields what an amendment must name, the law's items among them
     * @param windowSchoolDays school days after the session's own in which an amendment is free; null when there is no end to them
     * @param afterWindow what happens to an amendment later than that
     */
    public record AmendmentPolicy(
            Set<String> requiredFields, @Nullable Integer windowSchoolDays, AfterWindow afterWindow) {

        /** The items of reg 6; the person's name and title are two fields. */
        public static final List<String> STATUTORY_FIELDS =
                List.of("original", "amended", "reason", "date", "author_name", "author_position");

        public AmendmentPolicy {
            requiredFields = Set.copyOf(requiredFields);
        }

        /** Whether so many school days after the session the window has passed: with 5, day 5 is free and day 6 is late. */
        public boolean isAfterWindow(int schoolDaysSinceSession) {
            return windowSchoolDays != null && schoolDaysSinceSession > windowSchoolDays;
        }

        /** Whether a second person must approve an amendment so many school days after the session. */
        public boolean needsApproval(int schoolDaysSinceSession) {
            return afterWindow == AfterWindow.APPROVE && isAfterWindow(schoolDaysSinceSession);
        }
    }

    /** What becomes of a late amendment; it is never refused outright, for the law wants the register right. */
    public enum AfterWindow {
        /** A second person approves it (IPAT-X01). */
        APPROVE,
        /** It is recorded and marked as late. */
        FLAG
    }

    /** Someone whom the school publishes for questions of attendance. */
    public record Contact(
            String role,
            String name,
            @Nullable String phone,
            @Nullable String email) {}
}
