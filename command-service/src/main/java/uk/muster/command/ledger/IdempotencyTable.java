package uk.muster.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** The table {@code muster.idempotency}: first answers, kept as long as the contract says. */
final class IdempotencyTable {

    /** How long an answer is honoured (contract, Conventions: 7 days). */
    static final Duration KEPT = Duration.ofDays(7);

    static final String FIND = "SELECT scope_hash, key, body_hash, status, answer, position, recorded_at"
            + " FROM muster.idempotency WHERE scope_hash = ? AND key = ? AND recorded_at > ?";

    private static final String FIND_TAKEN = "SELECT scope_hash, key FROM muster.idempotency"
            + " JOIN unnest(?::bytea[], ?::text[]) AS asked (scope_hash, key) USING (scope_hash, key) WHERE recorded_at > ?";

    /** An answer that is no longer kept makes room for the new one. */
    private static final String INSERT = "INSERT INTO muster.idempotency AS old"
            + " (scope_hash, key, body_hash, status, answer, position, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (scope_hash, key) DO UPDATE SET body_hash = excluded.body_hash, status = excluded.status,"
            + " answer = excluded.answer, position = excluded.position, recorded_at = excluded.recorded_at";

    private static final String CONTAINS =
            "SELECT FROM muster.idempotency WHERE scope_hash = ? AND key = ? AND recorded_at = ?";

    private static final String FORGET = "DELETE FROM muster.idempotency WHERE recorded_at <= ?";

    private IdempotencyTable() {}

    /** An idempotency key with its scope, comparable by value. */
    record ScopedKey(String scope, String key) {

        static ScopedKey of(IdempotencyRecord idempotency) {
            return new ScopedKey(HexFormat.of().formatHex(idempotency.scopeHash()), idempotency.key());
        }
    }

    static RecordedAnswer read(ResultSet row) throws SQLException {
        return new RecordedAnswer(
                new IdempotencyRecord(
                        row.getBytes(1), row.getString(2), row.getBytes(3), row.getInt(4), row.getBytes(5)),
                row.getLong(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    /** Those of the keys that have an answer which is still kept. */
    static Set<ScopedKey> taken(Connection connection, Collection<IdempotencyRecord> asked, Instant now)
            throws SQLException {
        Set<ScopedKey> taken = new HashSet<>();
        if (asked.isEmpty()) {
            return taken;
        }
        try (PreparedStatement statement = connection.prepareStatement(FIND_TAKEN)) {
            Object[] scopes = asked.stream().map(IdempotencyRecord::scopeHash).toArray(byte[][]::new);
            Object[] keys = asked.stream().map(IdempotencyRecord::key).toArray();
            statement.setArray(1, connection.createArrayOf("bytea", scopes));
            statement.setArray(2, connection.createArrayOf("text", keys));
            statement.setObject(3, utc(now.minus(KEPT)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taken.add(new ScopedKey(HexFormat.of().formatHex(rows.getBytes(1)), rows.getString(2)));
                }
            }
        }
        return taken;
    }

    static void insert(Connection connection, Collection<RecordedAnswer> answers) throws SQLException {
        if (answers.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (RecordedAnswer answer : answers) {
                statement.setBytes(1, answer.record().scopeHash());
                statement.setString(2, answer.record().key());
                statement.setBytes(3, answer.record().bodyHash());
                statement.setInt(4, answer.record().status());
                statement.setBytes(5, answer.record().answer());
                statement.setLong(6, answer.position());
                statement.setObject(7, utc(answer.recordedAt()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Whether this very answer is there. */
    static boolean contains(Connection connection, RecordedAnswer answer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CONTAINS)) {
            statement.setBytes(1, answer.record().scopeHash());
            statement.setString(2, answer.record().key());
            statement.setObject(3, utc(answer.recordedAt()));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Deletes the answers that are no longer kept. */
    static void forgetOld(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setObject(1, utc(now.minus(KEPT)));
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
