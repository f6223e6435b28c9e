package uk.muster.command.ledger;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * The last events that this instance committed, as they were decided: those who follow the ledger as it grows need neither ask PostgreSQL for
 * what was in memory a moment ago nor decode it. Whoever is further behind reads the ledger.
 */
public final class RecentEvents implements GroupHook {

    /** More than a second of the fastest writing that was measured, and a few megabytes. */
    private static final int KEPT = 2_048;

    private final AppendedEvent[] ring = new AppendedEvent[KEPT];
    private long last;
    private int count;

    @Override
    public void inTransaction(Connection connection, List<AppendedEvent> events) {
        // what is not committed is not kept
    }

    @Override
    public synchronized void begin(long position) {
        last = position;
        count = 0;
    }

    /** After events that it was not told of, those before them are no longer what comes before these. */
    @Override
    public synchronized void afterCommit(List<AppendedEvent> events) {
        if (events.getFirst().stored().position() != last + 1) {
            count = 0;
        }
        for (AppendedEvent event : events) {
            last = event.stored().position();
            ring[place(last)] = event;
        }
        count = Math.min(KEPT, count + events.size());
    }

    /**
     * The next events after the position, in order.
     *
     * @param limit at most so many
     * @return empty when the first of them is not here
     */
    synchronized List<AppendedEvent> after(long position, int limit) {
        if (position >= last || position < last - count) {
            return List.of();
        }
        int found = (int) Math.min(limit, last - position);
        List<AppendedEvent> events = new ArrayList<>(found);
        for (long next = position + 1; next <= position + found; next++) {
            events.add(ring[place(next)]);
        }
        return events;
    }

    private static int place(long position) {
        return (int) (position % KEPT);
    }
}
