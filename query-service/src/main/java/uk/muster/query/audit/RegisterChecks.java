package uk.muster.query.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.RegisterId;

/**
 * Holds what the ledger stores of a register against its hashes. That a hash is in the checkpoint, and that nothing is missing between the school's
 * events, takes a proof or an export, and the verifier.
 */
public final class RegisterChecks {

    private final Ledger ledger;
    private final Checkpoints checkpoints;

    RegisterChecks(Ledger ledger, Checkpoints checkpoints) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
    }

    /**
     * What was found.
     *
     * @param facts how many the register has
     * @param broken positions of those whose hash is not that of their content, or that do not follow the one before
     * @param covered how many lie within the newest checkpoint
     * @param signed how many facts of the ledger that checkpoint is of; null while there is none
     */
    public record Found(
            int facts,
            List<Long> broken,
            int covered,
            @Nullable Long signed) {}

    /** @throws org.springframework.dao.DataAccessException when the database does not answer */
    public Found check(RegisterId id) {
        List<StoredEvent> facts = ledger.ofStream(id.toString(), Long.MAX_VALUE);
        return found(facts, checkpoints.newest().map(CheckpointRecord::size).orElse(null));
    }

    /** @param facts everything that is stored of a register, in order */
    static Found found(List<StoredEvent> facts, @Nullable Long signed) {
        List<Long> broken = new ArrayList<>();
        int covered = 0;
        for (int i = 0; i < facts.size(); i++) {
            StoredEvent fact = facts.get(i);
            if (!EventHash.holds(fact) || fact.seq() != i || (i > 0 && !follows(facts.get(i - 1), fact))) {
                broken.add(fact.position());
            }
            if (signed != null && fact.position() <= signed) {
                covered++;
            }
        }
        return new Found(facts.size(), broken, covered, signed);
    }

    private static boolean follows(StoredEvent before, StoredEvent fact) {
        return fact.position() > before.position() && !fact.recordedAt().isBefore(before.recordedAt());
    }
}
