package uk.muster.kernel.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.PenaltyPolicy.Effect;

/**
 * That unauthorised absence reached a count which a policy names, and that an amendment took its basis away again. In the pupil's
 * {@link AbsenceEvent#STREAM}. The policy that named it is in the metadata (G-10); nothing here is ever taken back but by another fact (G-06).
 */
public sealed interface ThresholdEvent extends AbsenceEvent {

    /**
     * A fact that a count was reached.
     *
     * @param entryId of this time; when it is reached once more after it was not, that is another (G-05)
     * @param windowId the policy's window, or what {@code uk.muster.kernel.penalty.Limit} calls another count
     * @param sessions those that reached it, in order; the last one on {@code metOn}
     */
    record ThresholdMet(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            String windowId,
            Effect effect,
            List<CountedSession> sessions,
            LocalDate metOn)
            implements ThresholdEvent {

        public ThresholdMet {
            sessions = List.copyOf(sessions);
        }

        /** How many sessions it took. */
        public int threshold() {
            return sessions.size();
        }
    }

    /**
     * A fact that the sessions of a threshold no longer reach it, because of what the registers say now.
     *
     * @param threshold the {@link ThresholdMet}
     * @param on the day on which that was found
     * @param gone its sessions that count no more, in order
     */
    record ThresholdRetracted(
            Urn urn,
            PupilNumber pupil,
            UUID entryId,
            UUID threshold,
            String windowId,
            LocalDate on,
            List<SessionKey> gone)
            implements ThresholdEvent {

        public ThresholdRetracted {
            gone = List.copyOf(gone);
        }
    }

    /**
     * A session that counts.
     *
     * @param urn the school whose register has it; null for an earlier school of a joiner, whose marks were imported
     */
    record CountedSession(
            SessionKey session, String code, @Nullable Urn urn) {}
}
