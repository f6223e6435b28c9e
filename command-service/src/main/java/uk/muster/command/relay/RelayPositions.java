package uk.muster.command.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import uk.muster.command.ledger.LedgerAwayException;

/** The table {@code muster.relay_position}: how far each topic is filled. */
final class RelayPositions {

    private final DataSource database;

    RelayPositions(DataSource database) {
        this.database = database;
    }

    /** Everything up to and including it is in the topic; 0 for a topic that was made anew. */
    long of(String topic, String topicId) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT position FROM muster.relay_position WHERE topic = ? AND topic_id = ?")) {
            statement.setString(1, topic);
            statement.setString(2, topicId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new LedgerAwayException("The relay's position can't be read.", e);
        }
    }

    void store(String topic, String topicId, long position) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO muster.relay_position (topic, topic_id, position) VALUES (?, ?, ?)"
                                + " ON CONFLICT (topic, topic_id) DO UPDATE"
                                + " SET position = excluded.position, stored_at = now()")) {
            statement.setString(1, topic);
            statement.setString(2, topicId);
            statement.setLong(3, position);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerAwayException("The relay's position can't be stored.", e);
        }
    }
}
