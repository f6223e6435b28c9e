package uk.muster.query.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.convention.Cursor;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;

/** What binds the ledger as a whole: the auditor's alone, and of no school, since hashes tell nothing. */
@RestController
final class CheckpointController {

    private static final String LIST = "checkpoints";

    private final Checkpoints checkpoints;
    private final LedgerProofs proofs;

    CheckpointController(Checkpoints checkpoints, LedgerProofs proofs) {
        this.checkpoints = checkpoints;
        this.proofs = proofs;
    }

    /** Every checkpoint, the newest first. */
    @Allowed(Role.AUDITOR)
    @GetMapping("/api/v1/audit/checkpoints")
    Page<CheckpointRecord> checkpoints(
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        long below = cursor == null
                ? Long.MAX_VALUE
                : Long.parseLong(Cursor.read(LIST, 1, cursor).getFirst());
        List<CheckpointRecord> found = checkpoints.below(below, limit.value() + 1);
        List<CheckpointRecord> page = found.subList(0, Math.min(found.size(), limit.value()));
        return new Page<>(
                page,
                found.size() > page.size()
                        ? Cursor.after(LIST, Long.toString(page.getLast().size()))
                        : null);
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
