package uk.muster.command.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Reads back whether PostgreSQL keeps what it has acknowledged when the machine fails. */
final class Durability {

    private static final List<String> MUST_BE_ON = List.of("fsync", "full_page_writes", "synchronous_commit");

    private Durability() {}

    /** @throws LedgerUnsafeException when one of the settings is off */
    static void require(Connection connection) throws SQLException {
        for (String setting : MUST_BE_ON) {
            if ("off".equals(valueOf(setting, connection))) {
                throw new LedgerUnsafeException(
                        "PostgreSQL runs with " + setting
                                + " = off, so a crash of the machine could lose registers that were already acknowledged. Set "
                                + setting
                                + " = on in postgresql.conf (and for the role of the command service), restart PostgreSQL and start again.");
            }
        }
    }

    private static String valueOf(String setting, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
