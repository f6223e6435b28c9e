package uk.muster.benchmarks.years;

import java.net.URI;
import java.nio.file.Path;
import uk.muster.benchmarks.machine.LedgerSize;

/**
 * The instance that is measured.
 *
 * @param mis token of a school information system, for every school
 * @param head token of a headteacher
 * @param auditor token of an auditor
 * @param admin token of an operator, for the clock
 * @param ledger its database, as one who may read the ledger
 * @param documents the document store's folder
 * @param checkpointKey file of the public key by which checkpoints are signed
 */
record YearsTarget(
        URI commands,
        URI queries,
        String mis,
        String head,
        String auditor,
        String admin,
        LedgerSize ledger,
        Path documents,
        Path checkpointKey) {}
