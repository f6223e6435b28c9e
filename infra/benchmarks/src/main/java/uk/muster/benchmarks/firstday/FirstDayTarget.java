package uk.muster.benchmarks.firstday;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.muster.benchmarks.machine.LedgerSize;
import uk.muster.benchmarks.machine.ProcessorTime;

/**
 * The instance that is measured.
 *
 * @param mis token of a school information system, for every school
 * @param admin token of an operator, for the clock
 * @param processes process ids by name
 * @param ledger its database, as one who may read the ledger
 */
record FirstDayTarget(URI commands, String mis, String admin, Map<String, Long> processes, LedgerSize ledger) {

    /** What is kept of an absence beside the ledger until it is over. */
    private static final List<String> OF_CASES =
            List.of("saga_entry", "saga_association", "scheduled_task", "open_case", "absent_mark");

    Map<String, Double> processorSeconds() {
        Map<String, Double> seconds = new TreeMap<>(ProcessorTime.seconds(processes));
        seconds.put("load-generator", ProcessorTime.own());
        return seconds;
    }

    long ledgerBytes() throws SQLException {
        return ledger.bytes();
    }

    long caseBytes() throws SQLException {
        return ledger.bytes(OF_CASES);
    }

    LedgerTail tail() throws SQLException {
        return new LedgerTail(ledger.url(), ledger.user(), ledger.password());
    }
}
