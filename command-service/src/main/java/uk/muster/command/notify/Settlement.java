package uk.muster.command.notify;

import java.time.Instant;
import java.util.UUID;
import uk.muster.kernel.event.FollowUpEvent.Delivery;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** Has the ledger record what became of a message. */
@FunctionalInterface
public interface Settlement {

    /**
     * Records the outcome; a second call for the same notification changes nothing. May throw, and is then called again later.
     *
     * @param notification the entry that asked for the message
     * @param at business time of the outcome
     */
    void settled(Urn urn, PupilNumber pupil, UUID notification, Delivery delivery, Instant at);
}
