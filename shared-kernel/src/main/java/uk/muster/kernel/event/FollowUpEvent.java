package uk.muster.kernel.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Modality;
import uk.muster.kernel.sealing.Sealed;

/**
 * What Muster itself finds to be due while an absence lasts, and what becomes of it. In the pupil's {@link AbsenceEvent#STREAM}, after the facts
 * that it follows from.
 */
public sealed interface FollowUpEvent extends AbsenceEvent {

    /**
     * A fact that a pupil is absent and nobody knows why: a case is open.
     *
     * @param entryId the case
     * @param from the first unexplained session, on day 1 of the case
     * @param nextAt when the case is looked at again; null when nothing more will fall due by time alone
     */
    record UnexplainedAbsenceOpened(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            SessionKey from,
            @Nullable Instant nextAt) implements FollowUpEvent {}

    /**
     * A fact that a case is over.
     *
     * @param entryId the case
     * @param nextAt when something of it still falls due, such as the reason of a session; null when nothing does
     */
    record UnexplainedAbsenceEnded(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            Ending ending,
            @Nullable Instant nextAt) implements FollowUpEvent {}

    /**
     * A fact that somebody has something to do or to decide.
     *
     * @param entryId the task
     * @param step the policy's step, or one of the contract's ({@code daily-contact}, {@code reason-deadline} and so on)
     * @param date the school day it belongs to
     * @param schoolDay which of the pupil's school days of the case that is, from 1; of a return, the days that it counts, of lateness, the marks, and of
     *     a penalty step, the sessions
     * @param actions what the policy names to be done, as its profile writes it; may be empty
     * @param raisedAt business time
     * @param dueAt the latest time to act
     * @param about the entry that it is about, such as a notice; null where it is about the absence
     */
    record FollowUpDue(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            String step,
            TaskKind kind,
            Modality modality,
            LocalDate date,
            int schoolDay,
            List<String> actions,
            Instant raisedAt,
            Instant dueAt,
            @Nullable UUID about)
            implements FollowUpEvent {

        public FollowUpDue {
            actions = List.copyOf(actions);
        }

        /** About the absence. */
        public FollowUpDue(
                Urn urn,
                PupilNumber pupil,
                UUID entryId,
                String step,
                TaskKind kind,
                Modality modality,
                LocalDate date,
                int schoolDay,
                List<String> actions,
                Instant raisedAt,
                Instant dueAt) {
            this(urn, pupil, entryId, step, kind, modality, date, schoolDay, actions, raisedAt, dueAt, null);
        }
    }

    /**
     * A fact that a task was done by what was recorded: an attempt, a visit, an assessment or an escalation of its day.
     *
     * @param entryId the task
     * @param by the entry that did it, in the same stream
     */
    record FollowUpDone(Urn urn, PupilNumber pupil, UUID entryId, UUID by) implements FollowUpEvent {}

    /**
     * A fact that a named person decided a task.
     *
     * @param entryId the task
     */
    record FollowUpDecided(
            Urn urn, PupilNumber pupil, UUID entryId, TaskDecision decision, Sealed reason, Sealed author)
            implements FollowUpEvent {}

    /**
     * A fact that a task lost its basis. It stays to be seen.
     *
     * @param entryId the task
     */
    record FollowUpCancelled(Urn urn, PupilNumber pupil, UUID entryId, Lapse because) implements FollowUpEvent {}

    /**
     * A fact that somebody outside the school is to be told of an unexplained absence.
     *
     * @param caseId the case
     * @param session of the absence
     * @param address sealed e-mail address; null when the school has none for them, so that a person must tell them
     */
    record NotificationRaised(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            UUID caseId,
            Recipient to,
            SessionKey session,
            @Nullable Sealed address)
            implements FollowUpEvent {}

    /**
     * A fact of what became of a message.
     *
     * @param entryId the notification
     */
    record NotificationSettled(Urn urn, PupilNumber pupil, UUID entryId, Delivery delivery, Instant at)
            implements FollowUpEvent {}

    /** How a case ended. */
    enum Ending {
        /** The pupil came in, or was marked as attending elsewhere. */
        RETURNED,
        /** A reason was accepted, or the whereabouts are known. */
        EXPLAINED,
        /** The sessions it rested on say something else now, or began another day. */
        CORRECTED,
        /** The name was deleted from the admission register. */
        LEFT
    }

    /** Why a task lost its basis. */
    enum Lapse {
        RETURNED,
        EXPLAINED,
        CORRECTED,
        LEFT,
        /** The session whose reason was wanted says something else now, whatever that is. */
        SETTLED,
        /** Contact was made, so that a step for want of it is pointless (G-09). */
        CONTACT_MADE,
        /** Somebody told the school of the absence. */
        REPORTED,
        /** What it was about went further, and another step took its place (HCAT-X10). */
        SUPERSEDED,
        /** The notice that it was about was withdrawn. */
        WITHDRAWN
    }

    /** What a task asks for. */
    enum TaskKind {
        CONTACT,
        VISIT,
        ASSESS,
        NOTIFY,
        ESCALATE,
        RETURN,
        DECIDE,
        REVIEW
    }

    /** What a person decided about a task. */
    enum TaskDecision {
        DONE,
        DECLINED
    }

    /** Who is told of an unexplained absence. */
    enum Recipient {
        SOCIAL_WORKER,
        YOUTH_OFFENDING
    }

    /** What became of a message. */
    enum Delivery {
        /** A mail server took it. */
        SENT,
        /** No mail server will take it. */
        FAILED,
        /** The service stopped while it was being sent: it may have arrived and is not sent again. */
        UNCERTAIN
    }
}
