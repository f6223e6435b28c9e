package uk.muster.benchmarks.firstday;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.MusterEvent;

/** Reads on in the ledger, so that what is measured is what is recorded, with the instant at which it was. */
final class LedgerTail implements AutoCloseable {

    private static final int PAGE = 20_000;

    private final Connection connection;
    private final PreparedStatement next;
    private long position;

    /** Told of each register taken, case opened and step fallen due, in the order of the ledger. */
    @FunctionalInterface
    interface Reader {
        void read(MusterEvent event, Instant recordedAt);
    }

    LedgerTail(String url, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(url, user, password);
        next = connection.prepareStatement("""
                SELECT position, type, recorded_at,
                       CASE WHEN type IN ('register-taken.v1', 'unexplained-absence-opened.v1', 'follow-up-due.v1') THEN payload END
                FROM muster.event WHERE position > ? ORDER BY position LIMIT ?
                """);
    }

    /** Gives the reader what was recorded since the last call. */
    void read(Reader reader) throws SQLException {
        int count = PAGE;
        while (count == PAGE) {
            count = 0;
            next.setLong(1, position);
            next.setInt(2, PAGE);
            try (ResultSet row = next.executeQuery()) {
                while (row.next()) {
                    count++;
                    position = row.getLong(1);
                    byte[] payload = row.getBytes(4);
                    if (payload != null) {
                        reader.read(
                                EventTypes.read(row.getString(2), payload),
                                row.getObject(3, OffsetDateTime.class).toInstant());
                    }
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
