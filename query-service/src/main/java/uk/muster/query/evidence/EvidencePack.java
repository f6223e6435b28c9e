package uk.muster.query.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.VulnerabilityFlag;
import uk.muster.query.chronology.ChronologyItem;
import uk.muster.query.chronology.Kind;
import uk.muster.query.penalty.PenaltyWindowLine;

/**
 * What is recorded of a pupil in a period, for a purpose. Every list is in the order in which things happened.
 *
 * @param madeAt business time
 * @param from,to first and last day, both inclusive
 * @param amendments of sessions of the period, whenever they were made
 * @param contacts reports, attempts and, where the purpose needs them, visits
 * @param decisions about absences and, where the purpose needs them, tasks, assessments and escalations
 * @param letters what was sent
 * @param penalties thresholds met and given back, and notices
 * @param enrolment facts of the admission register, where the purpose needs them
 * @param windows the windows of the policy on the last day
 * @param admission details of the admission register, in the educational record alone
 * @param answerBy the last day on which it may be given, where the law sets one and the calendar reaches so far
 * @param leftOut how many entries of each kind a person has to look at before they are given
 * @param proofs what the ledger proves of it; null where nothing is proven
 */
public record EvidencePack(
        Purpose purpose,
        Instant madeAt,
        School school,
        Pupil pupil,
        LocalDate from,
        LocalDate to,
        Certificate certificate,
        List<ChronologyItem> amendments,
        List<ChronologyItem> contacts,
        List<ChronologyItem> decisions,
        List<ChronologyItem> letters,
        List<ChronologyItem> penalties,
        List<ChronologyItem> enrolment,
        List<PenaltyWindowLine> windows,
        @Nullable Admission admission,
        @Nullable LocalDate answerBy,
        Map<Kind, Long> leftOut,
        @Nullable Proofs proofs) {

    /** Whose register it is. */
    public record School(Urn urn, String name, String laCode) {}

    /** Whom it is about, as the admission register has them now; without a date of birth where that was erased. */
    public record Pupil(
            String pupilId,
            String number,
            String upn,
            String name,
            @Nullable LocalDate dateOfBirth,
            String yearGroup,
            @Nullable String group) {}

    /**
     * What the admission register has beside name and date of birth. Other adults are third parties: of a contact only what they are to the child.
     *
     * @param flags circumstances that are recorded of the child
     */
    public record Admission(
            @Nullable String sex,
            @Nullable String address,
            @Nullable String ethnicity,
            List<VulnerabilityFlag> flags,
            List<String> contacts) {}

    /**
     * The particulars of attendance (Education Act 1996 s 566): each session of the period and what they come to.
     *
     * @param percentage attended of possible, one decimal, half up; null when nothing was possible
     */
    public record Certificate(
            int possible,
            int attended,
            int authorisedAbsence,
            int unauthorisedAbsence,
            int unableToAttend,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal percentage,

            Map<String, Integer> byCode,
            List<Session> sessions) {}

    /**
     * A session.
     *
     * @param meaning of the code
     * @param originalCode what was first entered, where it was amended since
     * @param counted false for a mark that counts in no rate
     */
    public record Session(
            LocalDate date,
            SessionHalf session,
            String code,
            String meaning,
            @Nullable String originalCode,
            boolean counted) {}

    /**
     * The proofs beside the pack.
     *
     * @param checkpoint the signed note; null while there is none
     * @param events how many events are proven
     * @param later how many were recorded after the checkpoint, and have no proof yet
     */
    public record Proofs(@Nullable String checkpoint, int events, int later) {}
}
