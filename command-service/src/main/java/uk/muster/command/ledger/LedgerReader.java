package uk.muster.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

/**
 * Reads the ledger. Positions are dense and in commit order, so a reader that goes on after the last position it has seen can neither miss an
 * event nor see two in another order. Every call borrows a connection for one short query.
 *
 * <p>All methods throw {@link LedgerAwayException} when PostgreSQL does not answer.
 */
public final class LedgerReader {

    private static final String SELECT = "SELECT " + EventRows.COLUMNS + " FROM muster.event ";

    private final DataSource database;

    /** @param database pooled, as {@code muster_command} or {@code muster_query} */
    public LedgerReader(DataSource database) {
        this.database = database;
    }

    /** The position of the last event; 0 while there is none. */
    public long head() {
        return query("SELECT coalesce(max(position), 0) FROM muster.event", s -> {}, LedgerReader::onlyLong);
    }

    /** The next events after the position, in order, at most {@code limit}; fewer only at the end of the ledger. */
    public List<StoredEvent> after(long position, int limit) {
        return query(
                SELECT + "WHERE position > ? ORDER BY position LIMIT ?",
                s -> {
                    s.setLong(1, position);
                    s.setInt(2, limit);
                },
                EventRows::all);
    }

    /** The school's next events after the position, in order, at most {@code limit}; fewer only at the end of the ledger. */
    public List<StoredEvent> after(long position, int limit, Urn school) {
        return query(
                SELECT + "WHERE urn = ? AND position > ? ORDER BY position LIMIT ?",
                s -> {
                    s.setInt(1, school.value());
                    s.setLong(2, position);
                    s.setInt(3, limit);
                },
                EventRows::all);
    }

    /** The next events after the position by which keys were given up, of all schools, in order, at most {@code limit}. */
    public List<StoredEvent> disposals(long position, int limit) {
        return query(
                SELECT + "WHERE (type LIKE 'disposal-confirmed%' OR type LIKE 'keys-destroyed%') AND position > ?"
                        + " ORDER BY position LIMIT ?",
                s -> {
                    s.setLong(1, position);
                    s.setInt(2, limit);
                },
                EventRows::all);
    }

    /** The whole streams by name, each in the order of its sequence numbers; a stream without events is absent. */
    public Map<String, List<StoredEvent>> streams(Collection<String> names) {
        return query(
                SELECT + "WHERE stream = ANY (?) ORDER BY stream, seq",
                s -> s.setArray(1, s.getConnection().createArrayOf("text", names.toArray())),
                rows -> EventRows.all(rows).stream().collect(Collectors.groupingBy(StoredEvent::stream)));
    }

    /** The last sequence number of the stream; empty when it has no events. */
    public OptionalLong lastSeq(String stream) {
        return query("SELECT max(seq) FROM muster.event WHERE stream = ?", s -> s.setString(1, stream), rows -> {
            long last = onlyLong(rows);
            return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(last);
        });
    }

    /** The hash of the school's last event, the end of its chain; empty when it has no events. */
    public Optional<byte[]> chainHead(Urn school) {
        return query(
                "SELECT hash FROM muster.event WHERE urn = ? ORDER BY position DESC LIMIT 1",
                s -> s.setInt(1, school.value()),
                rows -> rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty());
    }

    /**
     * The last position recorded before the instant; 0 when there is none. Found by halving, since the recorded instant never decreases with the
     * position.
     */
    public long lastPositionBefore(Instant instant) {
        long before = 0;
        long notBefore = head() + 1;
        while (notBefore - before > 1) {
            long middle = before + (notBefore - before) / 2;
            if (recordedAt(middle).isBefore(instant)) {
                before = middle;
            } else {
                notBefore = middle;
            }
        }
        return before;
    }

    /** The first answer given under the key, as long as it is kept. */
    public Optional<RecordedAnswer> answer(byte[] scopeHash, String key, Instant now) {
        return query(
                IdempotencyTable.FIND,
                s -> {
                    s.setBytes(1, scopeHash);
                    s.setString(2, key);
                    s.setObject(3, OffsetDateTime.ofInstant(now.minus(IdempotencyTable.KEPT), ZoneOffset.UTC));
                },
                rows -> rows.next() ? Optional.of(IdempotencyTable.read(rows)) : Optional.empty());
    }

    private Instant recordedAt(long position) {
        return query("SELECT recorded_at FROM muster.event WHERE position = ?", s -> s.setLong(1, position), rows -> {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        });
    }

    private static long onlyLong(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getLong(1);
    }

    private <T extends @Nullable Object> T query(String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new LedgerAwayException("The ledger can't be read at the moment.", e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T extends @Nullable Object> {
        T read(ResultSet rows) throws SQLException;
    }
}
