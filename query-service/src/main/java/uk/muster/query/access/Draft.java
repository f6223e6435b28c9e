package uk.muster.query.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.EventMetadata;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

/** A look that is to be recorded. */
record Draft(UUID id, RecordRead read) {

    private static final String STREAM = "/access";

    static Draft of(Looker looker, Look look) {
        return new Draft(UUID.randomUUID(), RecordRead.of(looker, look));
    }

    /**
     * The look as it is stored after the last one of its school: in the form of an event of the ledger, so that whoever checks one checks the other.
     *
     * @param last null for a school's first
     * @param now when it is recorded; what comes after is never recorded earlier
     */
    StoredEvent after(@Nullable StoredEvent last, Instant now) {
        long position = last == null ? 1 : last.position() + 1;
        byte[] previous = last == null ? new byte[EventHash.BYTES] : last.hash();
        Instant micros = now.truncatedTo(ChronoUnit.MICROS);
        Instant at = last == null || last.recordedAt().isBefore(micros) ? micros : last.recordedAt();
        String stream = read.urn() + STREAM;
        byte[] metadata =
                KernelJson.mapper().writeValueAsBytes(new EventMetadata(at, read.sub(), id.toString(), null, null));
        byte[] payload = KernelJson.mapper().writeValueAsBytes(read);
        byte[] hash = EventHash.of(
                previous, position, id, read.urn(), stream, position - 1, RecordRead.TYPE, at, metadata, payload);
        return stored(position, id, read.urn(), at, metadata, payload, previous, hash);
    }

    /** A look of what is kept of it; its stream is the school's one, and {@code seq} counts from 0. */
    static StoredEvent stored(
            long position,
            UUID id,
            Urn urn,
            Instant recordedAt,
            byte[] metadata,
            byte[] payload,
            byte[] previous,
            byte[] hash) {
        return new StoredEvent(
                position,
                id,
                urn,
                urn + STREAM,
                position - 1,
                RecordRead.TYPE,
                recordedAt,
                metadata,
                payload,
                previous,
                hash);
    }
}
