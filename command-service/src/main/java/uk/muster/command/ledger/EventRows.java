package uk.muster.command.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

/** Reads rows of {@code muster.event}. */
final class EventRows {

    /** The columns in the order in which {@link #next} reads them. */
    static final String COLUMNS =
            "position, id, urn, stream, seq, type, recorded_at, metadata, payload, previous_hash, hash";

    private EventRows() {}

    static List<StoredEvent> all(ResultSet rows) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        while (rows.next()) {
            events.add(next(rows));
        }
        return events;
    }

    static StoredEvent next(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                new Urn(row.getInt(3)),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getBytes(8),
                row.getBytes(9),
                row.getBytes(10),
                row.getBytes(11));
    }
}
