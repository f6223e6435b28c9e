package uk.muster.query.store;

import java.time.Instant;
import java.util.UUID;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.MusterEvent;

/**
 * One recorded fact of a stream.
 *
 * @param position in the ledger, from 1
 * @param event the event's id
 * @param type name and version, {@code register-taken.v1}
 * @param recordedAt system time in microseconds
 * @param payload compact JSON as it lies in the ledger, what is personal sealed
 */
@SuppressWarnings("ArrayRecordComponent") // read and written as it is; equality is by position
public record Fact(long position, UUID event, String type, Instant recordedAt, byte[] payload) {

    /** @throws IllegalStateException when the payload is not of the type */
    public MusterEvent read() {
        return EventTypes.read(type, payload);
    }

    /** Whether it was recorded by then, that instant included. */
    public boolean isKnownAt(Instant asOf) {
        return !recordedAt.isAfter(asOf);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fact that && position == that.position && event.equals(that.event);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(position);
    }

    @Override
    public String toString() {
        return type + " at " + position;
    }
}
