package uk.muster.command.followup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.muster.kernel.identity.PupilNumber;

/**
 * The pupils whose absence is unexplained, or who have a task that the first mark of its day may take the basis of, in memory and in PostgreSQL: a
 * present mark costs one look-up here. Kept by the one reader of the ledger
 * that watches the registers, in the order of the ledger.
 */
final class OpenCases {

    private final JdbcTemplate database;
    private final Map<UUID, PupilNumber> cases = new HashMap<>();
    private final Map<PupilNumber, Integer> pupils = new HashMap<>();
    private final Set<UUID> begun = new HashSet<>();
    private final Set<UUID> ended = new HashSet<>();

    OpenCases(JdbcTemplate database) {
        this.database = database;
    }

    /** Forgets what is in memory and reads what is stored. */
    void read() {
        cases.clear();
        pupils.clear();
        database.query("SELECT case_id, pupil FROM muster.open_case", row -> {
            begin(row.getObject(1, UUID.class), new PupilNumber(row.getString(2)));
        });
        begun.clear();
        ended.clear();
    }

    boolean has(PupilNumber pupil) {
        return pupils.containsKey(pupil);
    }

    /** @param caseId the case, or the task */
    void begin(UUID caseId, PupilNumber pupil) {
        if (cases.put(caseId, pupil) == null) {
            pupils.merge(pupil, 1, Integer::sum);
        }
        begun.add(caseId);
    }

    /** @param caseId the case or the task; any other is passed over */
    void end(UUID caseId) {
        PupilNumber pupil = cases.remove(caseId);
        if (pupil == null) {
            return;
        }
        pupils.computeIfPresent(pupil, (_, open) -> open == 1 ? null : Integer.valueOf(open - 1));
        begun.remove(caseId);
        ended.add(caseId);
    }

    /** Stores what changed. */
    void store() {
        database.batchUpdate(
                "INSERT INTO muster.open_case (case_id, pupil) VALUES (?, ?) ON CONFLICT DO NOTHING",
                begun.stream()
                        .map(each -> new Object[] {each, cases.get(each).value()})
                        .toList());
        database.batchUpdate(
                "DELETE FROM muster.open_case WHERE case_id = ?",
                ended.stream().map(each -> new Object[] {each}).toList());
        begun.clear();
        ended.clear();
    }
}
