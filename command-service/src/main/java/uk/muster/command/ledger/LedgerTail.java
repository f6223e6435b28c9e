package uk.muster.command.ledger;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import uk.muster.kernel.event.StoredEvent;

/** What comes after a position, for those who follow the ledger: from memory where it is recent, else from PostgreSQL. */
public final class LedgerTail {

    private final LedgerReader reader;
    private final RecentEvents recent;

    /** @param recent is told of each commit of this instance */
    public LedgerTail(LedgerReader reader, RecentEvents recent) {
        this.reader = reader;
        this.recent = recent;
    }

    /**
     * The next events after the position, in order, at most {@code limit}; none only at the end of the ledger.
     *
     * @throws LedgerAwayException when they are to be read and PostgreSQL does not answer
     */
    public List<StoredEvent> after(long position, int limit) {
        List<AppendedEvent> known = recent.after(position, limit);
        return known.isEmpty()
                ? reader.after(position, limit)
                : known.stream().map(AppendedEvent::stored).toList();
    }

    /** {@link #after} as Axon's messages. */
    List<? extends TrackedEventMessage<?>> messagesAfter(long position, int limit) {
        List<AppendedEvent> known = recent.after(position, limit);
        return known.isEmpty()
                ? reader.after(position, limit).stream().map(Messages::tracked).toList()
                : known.stream().map(Messages::tracked).toList();
    }
}
