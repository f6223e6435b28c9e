package uk.muster.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.kernel.merkle.MerkleHash;

/**
 * The checkpoints in PostgreSQL, by the read-only role.
 *
 * <p>All methods throw a {@code DataAccessException} when the database does not answer.
 */
public final class PostgresCheckpoints implements Checkpoints {

    private final JdbcClient database;

    public PostgresCheckpoints(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<CheckpointRecord> newest() {
        return below(Long.MAX_VALUE, 1).stream().findFirst();
    }

    @Override
    public List<CheckpointRecord> below(long size, int limit) {
        return database.sql(
                        "SELECT size, root, note, made_at FROM muster.checkpoint WHERE size < ? ORDER BY size DESC LIMIT ?")
                .params(size, limit)
                .query(PostgresCheckpoints::checkpoint)
                .list();
    }

    @Override
    public List<byte[]> read(int height, long first, int count) {
        if (height == 0) {
            return database.sql("SELECT hash FROM muster.event WHERE position > ? AND position <= ? ORDER BY position")
                    .params(first, first + count)
                    .query((row, number) -> MerkleHash.leaf(row.getBytes(1)))
                    .list();
        }
        return database.sql("SELECT hash FROM muster.merkle_node WHERE height = ? AND number >= ? AND number < ?"
                        + " ORDER BY number")
                .params(height, first, first + count)
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    private static CheckpointRecord checkpoint(ResultSet row, int number) throws SQLException {
        return new CheckpointRecord(
                row.getLong(1),
                HexFormat.of().formatHex(row.getBytes(2)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
