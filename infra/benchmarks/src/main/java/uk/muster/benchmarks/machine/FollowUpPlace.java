package uk.muster.benchmarks.machine;

import java.sql.DriverManager;
import java.sql.SQLException;

/** How far the follow-up of absences has read the ledger: a rate at which it falls behind is one for a short while only. */
public record FollowUpPlace(String url, String user, String password) {

    private static final String BEHIND = """
            SELECT (SELECT coalesce(max(position), 0) FROM muster.event)
                - (SELECT coalesce(max((convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint), 0)
                   FROM muster.token_entry WHERE processorname = 'absence-watch')
            """;

    /** Events of the ledger that it has not stored as seen; some hundreds are a batch under way. */
    public long behind() throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(BEHIND)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
