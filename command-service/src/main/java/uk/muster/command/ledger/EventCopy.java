package uk.muster.command.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import uk.muster.kernel.event.StoredEvent;

/** Writes events with PostgreSQL's binary COPY, the cheapest way in. */
final class EventCopy {

    private static final String COPY = "COPY muster.event (" + EventRows.COLUMNS + ") FROM STDIN (FORMAT binary)";

    /** Signature, no flags, no header extension. */
    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final short COLUMNS = 11;
    private static final short END = -1;

    /** PostgreSQL counts from the year 2000. */
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private static final int ROOM_PER_EVENT = 1_024;

    private EventCopy() {}

    static void write(Connection connection, List<StoredEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        ByteArrayOutputStream rows = encode(events);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            copy.writeToCopy(rows.toByteArray(), 0, rows.size());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static ByteArrayOutputStream encode(List<StoredEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(events.size() * ROOM_PER_EVENT);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(HEADER);
            for (StoredEvent event : events) {
                row(out, event);
            }
            out.writeShort(END);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written to.", e);
        }
        return bytes;
    }

    private static void row(DataOutputStream out, StoredEvent event) throws IOException {
        out.writeShort(COLUMNS);
        number(out, event.position());
        out.writeInt(16);
        out.writeLong(event.id().getMostSignificantBits());
        out.writeLong(event.id().getLeastSignificantBits());
        out.writeInt(4);
        out.writeInt(event.urn().value());
        bytes(out, event.stream().getBytes(StandardCharsets.UTF_8));
        number(out, event.seq());
        bytes(out, event.type().getBytes(StandardCharsets.UTF_8));
        number(out, ChronoUnit.MICROS.between(EPOCH, event.recordedAt()));
        bytes(out, event.metadata());
        bytes(out, event.payload());
        bytes(out, event.previousHash());
        bytes(out, event.hash());
    }

    private static void number(DataOutputStream out, long value) throws IOException {
        out.writeInt(8);
        out.writeLong(value);
    }

    private static void bytes(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }
}
