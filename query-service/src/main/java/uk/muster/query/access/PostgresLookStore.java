package uk.muster.query.access;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/**
 * Looks in PostgreSQL, table {@code muster.record_read}, by a role that may insert and read them and nothing else. Instances that write at once take
 * turns by an advisory lock of the transaction, so that a school's chain never forks.
 */
public final class PostgresLookStore implements LookStore, AutoCloseable {

    /** Any number that nothing else in this database locks. */
    private static final long TURN = 0x6d75_7374_6c6f_6f6bL;

    private static final String SELECT = "SELECT position, id, urn, recorded_at, metadata, payload, previous_hash, hash"
            + " FROM muster.record_read ";

    private final HikariDataSource pool;
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TransactionTemplate transactions;

    /** @param pool closed with this */
    public PostgresLookStore(HikariDataSource pool) {
        this.pool = pool;
        this.database = JdbcClient.create(pool);
        this.batches = new JdbcTemplate(pool);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    @Override
    public void append(List<Draft> drafts, Instant now) {
        transactions.executeWithoutResult(_ -> {
            batches.execute("SELECT pg_advisory_xact_lock(" + TURN + ")");
            Map<Urn, StoredEvent> last = last(drafts);
            batches.batchUpdate(
                    "INSERT INTO muster.record_read (position, id, urn, recorded_at, pupils, metadata, payload, previous_hash, hash)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    drafts,
                    drafts.size(),
                    (statement, draft) -> {
                        StoredEvent look = draft.after(last.get(draft.read().urn()), now);
                        last.put(look.urn(), look);
                        statement.setLong(1, look.position());
                        statement.setObject(2, look.id());
                        statement.setInt(3, look.urn().value());
                        statement.setObject(4, at(look.recordedAt()));
                        statement.setArray(
                                5,
                                statement
                                        .getConnection()
                                        .createArrayOf(
                                                "text",
                                                draft.read().pupils().stream()
                                                        .map(PupilNumber::value)
                                                        .toArray()));
                        statement.setBytes(6, look.metadata());
                        statement.setBytes(7, look.payload());
                        statement.setBytes(8, look.previousHash());
                        statement.setBytes(9, look.hash());
                    });
        });
    }

    private Map<Urn, StoredEvent> last(List<Draft> drafts) {
        Integer[] urns = drafts.stream()
                .map(draft -> draft.read().urn().value())
                .distinct()
                .toArray(Integer[]::new);
        Map<Urn, StoredEvent> last = new HashMap<>();
        database.sql("SELECT found.* FROM unnest(?::int[]) AS wanted(urn) CROSS JOIN LATERAL (" + SELECT
                        + "WHERE record_read.urn = wanted.urn ORDER BY position DESC LIMIT 1) found")
                .param(urns)
                .query(PostgresLookStore::look)
                .list()
                .forEach(look -> last.put(look.urn(), look));
        return last;
    }

    @Override
    public List<StoredEvent> ofSchool(Urn urn, long after, long until, int limit) {
        return database.sql(SELECT + "WHERE urn = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?")
                .params(urn.value(), after, until, limit)
                .query(PostgresLookStore::look)
                .list();
    }

    @Override
    public Optional<Long> lastPosition(Urn urn) {
        return database.sql("SELECT position FROM muster.record_read WHERE urn = ? ORDER BY position DESC LIMIT 1")
                .param(urn.value())
                .query(Long.class)
                .optional();
    }

    @Override
    public List<StoredEvent> newest(
            Urn urn, @Nullable PupilNumber pupil, long below, Instant from, Instant before, int limit) {
        String ofPupil = pupil == null ? "" : "AND (pupils @> CAST(ARRAY[:pupil] AS text[]) OR pupils = '{}') ";
        JdbcClient.StatementSpec query = database.sql(
                        SELECT + "WHERE urn = :urn AND position < :below AND recorded_at >= :from"
                                + " AND recorded_at < :before " + ofPupil + "ORDER BY position DESC LIMIT :limit")
                .param("urn", urn.value())
                .param("below", below)
                .param("from", at(from))
                .param("before", at(before))
                .param("limit", limit);
        return (pupil == null ? query : query.param("pupil", pupil.value()))
                .query(PostgresLookStore::look)
                .list();
    }

    @Override
    public void close() {
        pool.close();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static StoredEvent look(ResultSet row, int number) throws SQLException {
        long position = row.getLong(1);
        Urn urn = new Urn(row.getInt(3));
        return Draft.stored(
                position,
                row.getObject(2, UUID.class),
                urn,
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getBytes(5),
                row.getBytes(6),
                row.getBytes(7),
                row.getBytes(8));
    }
}
