package uk.muster.benchmarks.morning;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.muster.benchmarks.machine.Folders;
import uk.muster.benchmarks.machine.FollowUpPlace;
import uk.muster.benchmarks.machine.LedgerSize;
import uk.muster.benchmarks.machine.ProcessorTime;

/**
 * The instance that is measured.
 *
 * @param mis token of a school information system, for every school
 * @param auditor token of an auditor, for every school
 * @param processes process ids by name
 * @param ledger how to ask for the ledger's size; empty where the database's password is not at hand
 * @param followUp how to ask how far absences are followed up; empty likewise
 * @param documents the document store's folder
 */
record Target(
        URI commands,
        URI queries,
        String mis,
        String auditor,
        Map<String, Long> processes,
        Optional<LedgerSize> ledger,
        Optional<FollowUpPlace> followUp,
        Path documents) {

    /** What has been used so far, to be taken from a later reading. */
    record Use(
            Map<String, Double> processorSeconds,
            Optional<Long> ledgerBytes,
            Optional<Long> followUpBehind,
            long documentBytes) {}

    Use use() throws IOException, SQLException {
        Map<String, Double> seconds = new TreeMap<>(ProcessorTime.seconds(processes));
        seconds.put("load-generator", ProcessorTime.own());
        return new Use(
                seconds,
                ledger.isPresent() ? Optional.of(ledger.get().bytes()) : Optional.empty(),
                followUp.isPresent() ? Optional.of(followUp.get().behind()) : Optional.empty(),
                Folders.size(documents));
    }
}
