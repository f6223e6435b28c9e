package uk.muster.query.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;

/** What binds the ledger as a whole: the auditor's alone, and of no school, since hashes tell nothing. */
@RestController
final class CheckpointController {

    private final CheckpointLists lists;
    private final LedgerProofs proofs;

    CheckpointController(CheckpointLists lists, LedgerProofs proofs) {
        this.lists = lists;
        this.proofs = proofs;
    }

    /** Every checkpoint, the newest first. */
    @Allowed(Role.AUDITOR)
    @GetMapping("/api/v1/audit/checkpoints")
    Page<CheckpointRecord> checkpoints(
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return lists.list(limit, cursor);
    }

    @Allowed(Role.AUDITOR)
    @GetMapping("/api/v1/audit/proofs/inclusion")
    LedgerProofs.Inclusion inclusion(@RequestParam long position, @RequestParam(required = false) @Nullable Long size) {
        return proofs.inclusion(position, size);
    }

    @Allowed(Role.AUDITOR)
    @GetMapping("/api/v1/audit/proofs/consistency")
    LedgerProofs.Consistency consistency(@RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
        return proofs.consistency(from, to);
    }
}
