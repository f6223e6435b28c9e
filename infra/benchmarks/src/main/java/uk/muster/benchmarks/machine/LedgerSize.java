package uk.muster.benchmarks.machine;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Room that the ledger's table takes in PostgreSQL, its indexes and out-of-line values included. */
public record LedgerSize(String url, String user, String password) {

    /** @return bytes */
    public long bytes() throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pg_total_relation_size('muster.event')")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
