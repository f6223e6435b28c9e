package uk.muster.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.muster.kernel.identity.Urn;

/** The last hash of each school, kept in memory for the schools that wrote last. Used by the writer's thread alone. */
final class ChainHeads {

    /** Somewhat more than the schools of England, at about 200 bytes each. */
    private static final int MOST = 32_768;

    private static final String LOAD = "SELECT asked.urn, last.hash FROM unnest(?::int[]) AS asked (urn)"
            + " CROSS JOIN LATERAL (SELECT hash FROM muster.event WHERE event.urn = asked.urn"
            + " ORDER BY position DESC LIMIT 1) AS last";

    private final Map<Urn, byte[]> heads = new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Urn, byte[]> eldest) {
            return size() > MOST;
        }
    };

    /** The heads of the schools; those not in memory are read in one query, and a school without events is absent. */
    Map<Urn, byte[]> of(Set<Urn> schools, Connection connection) throws SQLException {
        Map<Urn, byte[]> found = new HashMap<>();
        schools.forEach(urn -> {
            byte[] head = heads.get(urn);
            if (head != null) {
                found.put(urn, head);
            }
        });
        List<Urn> unknown =
                schools.stream().filter(urn -> !found.containsKey(urn)).toList();
        if (!unknown.isEmpty()) {
            load(unknown, connection, found);
        }
        return found;
    }

    /** Takes over what was committed. */
    void committed(Map<Urn, byte[]> chains) {
        heads.putAll(chains);
    }

    private static void load(List<Urn> unknown, Connection connection, Map<Urn, byte[]> found) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOAD)) {
            Object[] urns = unknown.stream().map(Urn::value).toArray();
            statement.setArray(1, connection.createArrayOf("int4", urns));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(new Urn(rows.getInt(1)), rows.getBytes(2));
                }
            }
        }
    }
}
