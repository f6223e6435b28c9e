package uk.muster.command.checkpoint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import uk.muster.command.ledger.LedgerAwayException;
import uk.muster.kernel.merkle.KeptNodes;
import uk.muster.kernel.merkle.MerkleHash;

/**
 * The tables {@code muster.merkle_node} and {@code muster.checkpoint}, to which rows are only ever added. What is there already is left as it is, so that all
 * of it may be done twice.
 *
 * <p>All methods throw {@link LedgerAwayException} when PostgreSQL does not answer.
 */
final class CheckpointTables implements KeptNodes {

    private final DataSource database;

    CheckpointTables(DataSource database) {
        this.database = database;
    }

    /** A checkpoint that was made. */
    @SuppressWarnings("ArrayRecordComponent") // the root as it is stored
    record Made(long size, byte[] root, String note) {}

    /** How many nodes of a height are kept. */
    long count(int height) {
        return query(
                "SELECT coalesce(max(number) + 1, 0) FROM muster.merkle_node WHERE height = ?",
                rows -> {
                    rows.next();
                    return rows.getLong(1);
                },
                height);
    }

    @Override
    public List<byte[]> read(int height, long first, int count) {
        List<byte[]> hashes = height == 0
                ? query(
                        "SELECT hash FROM muster.event WHERE position > ? AND position <= ? ORDER BY position",
                        CheckpointTables::leaves,
                        first,
                        first + count)
                : query(
                        "SELECT hash FROM muster.merkle_node WHERE height = ? AND number >= ? AND number < ? ORDER BY number",
                        CheckpointTables::hashes,
                        height,
                        first,
                        first + count);
        if (hashes.size() != count) {
            throw new IllegalStateException("Of the Merkle tree, nodes are missing at height " + height + ".");
        }
        return hashes;
    }

    void addNodes(int height, long first, List<byte[]> hashes) {
        update(
                "INSERT INTO muster.merkle_node (height, number, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                insert -> {
                    for (int i = 0; i < hashes.size(); i++) {
                        insert.setInt(1, height);
                        insert.setLong(2, first + i);
                        insert.setBytes(3, hashes.get(i));
                        insert.addBatch();
                    }
                });
    }

    Optional<Made> last() {
        return query(
                "SELECT size, root, note FROM muster.checkpoint ORDER BY size DESC LIMIT 1",
                rows -> rows.next()
                        ? Optional.of(new Made(rows.getLong(1), rows.getBytes(2), rows.getString(3)))
                        : Optional.empty());
    }

    void add(Made made) {
        update("INSERT INTO muster.checkpoint (size, root, note) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", insert -> {
            insert.setLong(1, made.size());
            insert.setBytes(2, made.root());
            insert.setString(3, made.note());
            insert.addBatch();
        });
    }

    private static List<byte[]> hashes(ResultSet rows) throws SQLException {
        List<byte[]> hashes = new ArrayList<>();
        while (rows.next()) {
            hashes.add(rows.getBytes(1));
        }
        return hashes;
    }

    private static List<byte[]> leaves(ResultSet rows) throws SQLException {
        return hashes(rows).stream().map(MerkleHash::leaf).toList();
    }

    private <T> T query(String sql, Reading<T> reading, long... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new LedgerAwayException("The checkpoints can't be read at the moment.", e);
        }
    }

    private void update(String sql, Filling filling) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            statement.executeBatch();
        } catch (SQLException e) {
            throw new LedgerAwayException("The checkpoints can't be written at the moment.", e);
        }
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }
}
