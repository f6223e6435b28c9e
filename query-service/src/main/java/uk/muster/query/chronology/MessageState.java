package uk.muster.query.chronology;

import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.NotificationSettled;

/** Where a message to somebody outside the school stands. */
enum MessageState {
    PENDING,
    SENT,
    FAILED,
    UNCERTAIN,
    /** The school has no address for them: a person must tell them. */
    NO_ADDRESS;

    static MessageState of(NotificationRaised raised, @Nullable NotificationSettled settled) {
        if (settled == null) {
            return raised.address() == null ? NO_ADDRESS : PENDING;
        }
        return switch (settled.delivery()) {
            case SENT -> SENT;
            case FAILED -> FAILED;
            case UNCERTAIN -> UNCERTAIN;
        };
    }
}
