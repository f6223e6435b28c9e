package uk.muster.command.axon;

import java.util.List;
import java.util.Optional;
import uk.muster.command.decision.Answer;
import uk.muster.command.ledger.IdempotencyRecord;
import uk.muster.kernel.event.StoredEvent;

/** Goes with one command as metadata: says whether its answer is to be kept under a key, and learns what was stored. */
public final class Delivery {

    /** Metadata of a command. */
    static final String KEY = "muster.delivery";

    /** Turns the answer of the command into what is kept with its events. */
    @FunctionalInterface
    public interface Keeping {
        IdempotencyRecord of(Answer answer);
    }

    private final Optional<Keeping> keeping;
    private volatile List<StoredEvent> stored = List.of();

    public Delivery(Optional<Keeping> keeping) {
        this.keeping = keeping;
    }

    Optional<IdempotencyRecord> toKeep(Answer answer) {
        return keeping.map(each -> each.of(answer));
    }

    void stored(List<StoredEvent> events) {
        stored = events;
    }

    /** What the command recorded, in order of positions; none when it recorded nothing. */
    public List<StoredEvent> stored() {
        return stored;
    }
}
