package uk.muster.benchmarks.machine;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Room that tables take in PostgreSQL, their indexes and out-of-line values included. */
public record LedgerSize(String url, String user, String password) {

    /** The ledger's own table, in bytes. */
    public long bytes() throws SQLException {
        return bytes(List.of("event"));
    }

    /** The same without its indexes, in bytes. */
    public long bytesWithoutIndexes() throws SQLException {
        return sum("pg_table_size", List.of("event"));
    }

    /**
     * Some tables together.
     *
     * @param tables their names
     * @return bytes
     */
    public long bytes(List<String> tables) throws SQLException {
        return sum("pg_total_relation_size", tables);
    }

    private long sum(String size, List<String> tables) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.prepareStatement(
                        "SELECT sum(" + size + "('muster.' || name)) FROM unnest(?) AS name")) {
            statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
