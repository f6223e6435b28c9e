package uk.muster.command.ledger;

import java.util.List;
import java.util.Optional;

/**
 * What one unit of work appends: all of it or nothing. Events of one stream are in the order of their sequence numbers.
 *
 * @param events may be empty only when there is an answer to keep
 * @param idempotency the answer to keep with the events, for a request that carried an {@code Idempotency-Key}
 */
public record Append(List<NewEvent> events, Optional<IdempotencyRecord> idempotency) {

    public Append {
        events = List.copyOf(events);
        if (events.isEmpty() && idempotency.isEmpty()) {
            throw new IllegalArgumentException("An append needs an event or an answer to keep.");
        }
    }

    public static Append of(NewEvent... events) {
        return new Append(List.of(events), Optional.empty());
    }
}
