package uk.muster.command.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.ConcurrencyException;
import uk.muster.command.ledger.IdempotencyTable.ScopedKey;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

/**
 * Appends that commit together: numbered, stamped and chained in the order in which they came, the stale ones left out. A decision about
 * numbers alone; what it needs to know of the database is given to it, and nothing of it counts before the commit.
 */
final class Group {

    /** A job that is in, with the events it stores and those it is to be told of. */
    record Accepted(Job job, List<AppendedEvent> events) {

        List<StoredEvent> stored() {
            return events.stream().map(AppendedEvent::stored).toList();
        }
    }

    /** A job that is out. */
    record Refused(Job job, RuntimeException why) {}

    private static final byte[] CHAIN_START = new byte[EventHash.BYTES];

    private final Map<String, Long> heads;
    private final Map<Urn, byte[]> chains;
    private final Set<ScopedKey> taken;
    private final Instant recordedAt;
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<AppendedEvent> events = new ArrayList<>();
    private final List<RecordedAnswer> answers = new ArrayList<>();
    private long position;

    /**
     * @param tip where the ledger ends
     * @param heads last sequence number of each stream that has events
     * @param chains last hash of each school that has events
     * @param taken idempotency keys that have an answer
     * @param now business time; an earlier one than the tip's is taken for the tip's, so that recorded instants never decrease
     */
    Group(Tip tip, Map<String, Long> heads, Map<Urn, byte[]> chains, Set<ScopedKey> taken, Instant now) {
        this.position = tip.position();
        this.heads = new HashMap<>(heads);
        this.chains = new HashMap<>(chains);
        this.taken = new HashSet<>(taken);
        this.recordedAt = now.isBefore(tip.recordedAt()) ? tip.recordedAt() : now;
    }

    /** Takes the job in after those before it, or leaves it out as a whole. */
    void admit(Job job) {
        Optional<RuntimeException> why = refusal(job.append());
        if (why.isPresent()) {
            refused.add(new Refused(job, why.get()));
            return;
        }
        List<AppendedEvent> stored =
                job.append().events().stream().map(this::store).toList();
        events.addAll(stored);
        accepted.add(new Accepted(job, stored));
        job.append().idempotency().ifPresent(answer -> {
            taken.add(ScopedKey.of(answer));
            answers.add(new RecordedAnswer(answer, position, recordedAt));
        });
    }

    private Optional<RuntimeException> refusal(Append append) {
        if (append.idempotency().map(ScopedKey::of).filter(taken::contains).isPresent()) {
            return Optional.of(new IdempotencyConflict());
        }
        Map<String, Long> next = new HashMap<>();
        for (NewEvent event : append.events()) {
            long expected = next.getOrDefault(event.stream(), heads.getOrDefault(event.stream(), -1L) + 1);
            if (event.seq() != expected) {
                return Optional.of(new ConcurrencyException("Event " + event.seq() + " of " + event.stream()
                        + " comes from a stale decision: the next one there is " + expected + "."));
            }
            next.put(event.stream(), expected + 1);
        }
        return Optional.empty();
    }

    private AppendedEvent store(NewEvent event) {
        position++;
        byte[] previous = chains.getOrDefault(event.urn(), CHAIN_START);
        byte[] hash = EventHash.of(
                previous,
                position,
                event.id(),
                event.urn(),
                event.stream(),
                event.seq(),
                event.type(),
                recordedAt,
                event.metadata(),
                event.payload());
        chains.put(event.urn(), hash);
        heads.put(event.stream(), event.seq());
        return new AppendedEvent(
                new StoredEvent(
                        position,
                        event.id(),
                        event.urn(),
                        event.stream(),
                        event.seq(),
                        event.type(),
                        recordedAt,
                        event.metadata(),
                        event.payload(),
                        previous,
                        hash),
                event.event());
    }

    List<Accepted> accepted() {
        return accepted;
    }

    List<Refused> refused() {
        return refused;
    }

    /** All events of the group in the order of their positions. */
    List<AppendedEvent> events() {
        return events;
    }

    List<RecordedAnswer> answers() {
        return answers;
    }

    /** Last hash of each school concerned, as it is once the group is committed. */
    Map<Urn, byte[]> chains() {
        return chains;
    }

    /** Where the ledger ends once the group is committed. */
    Tip tip() {
        return new Tip(position, recordedAt);
    }

    boolean writesNothing() {
        return accepted.isEmpty();
    }
}
