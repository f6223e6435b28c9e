package uk.muster.kernel.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

/**
 * How a pupil's absences were followed up. Stream {@code urn/pupil number/absence}: one for all of a pupil's absences at a school, so that what
 * was done and what is due are decided over the same facts.
 */
public sealed interface AbsenceEvent extends MusterEvent
        permits AbsenceEvent.AbsenceReported,
                AbsenceEvent.AbsenceDecided,
                AbsenceEvent.ContactAttempted,
                AbsenceEvent.HomeVisitRecorded,
                AbsenceEvent.RiskAssessed,
                AbsenceEvent.SafeguardingEscalated,
                AbsenceEvent.SicknessForecast,
                AbsenceEvent.EntryCorrected,
                FollowUpEvent,
                ThresholdEvent,
                PenaltyEvent {

    /** The last part of the stream's name. */
    String STREAM = "absence";

    Urn urn();

    PupilNumber pupil();

    /** The entry's own id; a correction's is that of the entry it corrects. */
    UUID entryId();

    /** The name of a pupil's stream. */
    static String stream(Urn urn, PupilNumber pupil) {
        return urn + "/" + pupil + "/" + STREAM;
    }

    /**
     * A fact that somebody told the school of an absence. It explains nothing by itself: only a decision settles an {@code N}.
     *
     * @param reportedBy sealed JSON of {@link Reporter}
     * @param from the first day of the absence
     * @param expectedReturn the day on which the pupil is expected back
     * @param moreDetailWanted whether the school's policy wants more than was told (CS-14, KTS-23)
     * @param doubted true when whoever took the report has grounds to ask for evidence (KTS-36, CS-15, IPAT-26); else null
     */
    record AbsenceReported(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            Sealed reportedBy,
            Channel channel,
            Instant receivedAt,
            Sealed reason,
            LocalDate from,
            @Nullable LocalDate expectedReturn,
            boolean moreDetailWanted,
            @Nullable Boolean doubted,
            Sealed author)
            implements AbsenceEvent {}

    /**
     * A fact that somebody decided how unexplained sessions are entered: every {@code N} of the pupil in the range was amended, in the same
     * transaction.
     *
     * @param from the first session of the range
     * @param to the last session of the range, inclusive
     * @param amended how many sessions were, at least 1
     */
    record AbsenceDecided(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            SessionKey from,
            SessionKey to,
            String code,
            int amended,
            Sealed reason,
            Sealed author)
            implements AbsenceEvent {}

    /**
     * A fact that the school tried to reach somebody about a pupil. An attempt is not contact: only {@link Outcome#SPOKE} is (G-08).
     *
     * @param contactId the contact of the admission register who was tried
     */
    record ContactAttempted(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            Instant at,
            Channel channel,
            @Nullable String contactId,
            Outcome outcome,
            @Nullable Purpose purpose,
            @Nullable Sealed note,
            Sealed author)
            implements AbsenceEvent {}

    /**
     * A fact that somebody went to the pupil's home.
     *
     * @param visitors sealed JSON list of persons
     * @param visitorCount how many they were
     * @param fewerThanWanted whether the school's policy wants more of them ({@code first_day.home_visit_min_staff})
     */
    record HomeVisitRecorded(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            Instant at,
            Sealed visitors,
            int visitorCount,
            boolean fewerThanWanted,
            VisitOutcome outcome,
            @Nullable Sealed note,
            Sealed author)
            implements AbsenceEvent {}

    /**
     * A fact that the risk of an unexplained absence was assessed.
     *
     * @param factors sealed JSON list of {@link Factor}
     */
    record RiskAssessed(
            Urn urn, PupilNumber pupil, UUID entryId, Instant at, Sealed factors, boolean concernRemains, Sealed author)
            implements AbsenceEvent {}

    /** A fact that somebody passed a concern on. */
    record SafeguardingEscalated(
            Urn urn, PupilNumber pupil, UUID entryId, Instant at, Destination to, Sealed reason, Sealed author)
            implements AbsenceEvent {}

    /** A fact that somebody believes a pupil will be ill for long (reg 13(2)): with 15 school days or more the sickness return falls due. */
    record SicknessForecast(
            Urn urn, PupilNumber pupil, UUID entryId, LocalDate from, int expectedSchoolDays, Sealed author)
            implements AbsenceEvent {}

    /**
     * A fact that an entry was made in error, on this child instead of another or in other words than was meant. The entry stays.
     *
     * @param entryId the entry in error
     * @param replacedBy the entry that was made instead
     * @param ofAnotherPupil whether that is another child's
     */
    record EntryCorrected(
            Urn urn, PupilNumber pupil, UUID entryId, UUID replacedBy, boolean ofAnotherPupil, Sealed author)
            implements AbsenceEvent {}

    /** Who told the school, and what they are to the pupil. */
    record Reporter(String name, String relationship) {}

    /** One of the questions of a risk assessment, answered. */
    record Factor(String id, String answer, @Nullable String note) {}

    /** How a message travelled. */
    enum Channel {
        PHONE,
        EMAIL,
        VOICEMAIL,
        LETTER,
        VISIT,
        APP,
        SMS
    }

    /** What came of an attempt to reach somebody. */
    enum Outcome {
        NO_ANSWER,
        VOICEMAIL,
        SENT,
        WRONG_NUMBER,
        REFUSED,
        SPOKE
    }

    /** What an attempt was made for. */
    enum Purpose {
        FIRST_DAY,
        DAILY,
        LATE_REASON,
        EVIDENCE_REFUSED,
        OTHER
    }

    /** What came of a home visit. */
    enum VisitOutcome {
        NO_ANSWER,
        SPOKE_TO_ADULT,
        CHILD_SEEN_SAFE,
        CONCERN
    }

    /** Where a concern is passed to. */
    enum Destination {
        SAFEGUARDING,
        SOCIAL_CARE,
        POLICE,
        LA,
        CME
    }
}
