package uk.muster.command.followup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/**
 * The pupils whose absence is unexplained, in memory and in PostgreSQL: a present mark costs one look-up here. Kept by the one reader of the ledger
 * that watches the registers, in the order of the ledger.
 */
final class OpenCases {

    private final JdbcTemplate database;
    private final Set<PupilNumber> open = new HashSet<>();
    private final Map<PupilNumber, Urn> begun = new HashMap<>();
    private final Set<PupilNumber> ended = new HashSet<>();

    OpenCases(JdbcTemplate database) {
        this.database = database;
    }

    /** Forgets what is in memory and reads what is stored. */
    void read() {
        open.clear();
        begun.clear();
        ended.clear();
        open.addAll(
                database.query("SELECT pupil FROM muster.open_case", (row, i) -> new PupilNumber(row.getString(1))));
    }

    boolean has(PupilNumber pupil) {
        return open.contains(pupil);
    }

    void begin(Urn urn, PupilNumber pupil) {
        open.add(pupil);
        begun.put(pupil, urn);
        ended.remove(pupil);
    }

    void end(PupilNumber pupil) {
        open.remove(pupil);
        begun.remove(pupil);
        ended.add(pupil);
    }

    /** Stores what changed. */
    void store() {
        if (!begun.isEmpty()) {
            database.batchUpdate(
                    "INSERT INTO muster.open_case (pupil, urn) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    begun.entrySet().stream()
                            .map(each -> new Object[] {
                                each.getKey().value(), each.getValue().value()
                            })
                            .toList());
        }
        if (!ended.isEmpty()) {
            database.batchUpdate(
                    "DELETE FROM muster.open_case WHERE pupil = ?",
                    List.copyOf(ended).stream()
                            .map(pupil -> new Object[] {pupil.value()})
                            .toList());
        }
        begun.clear();
        ended.clear();
    }
}
