package uk.muster.query.store;

import com.mongodb.event.ConnectionPoolClearedEvent;
import com.mongodb.event.ConnectionPoolListener;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts how often the connection to the document store broke. A store that was killed or failed over may have forgotten what it
 * acknowledged last, and a driver that asks again by itself hides that it was away: what was held before must be looked up once more. The driver
 * tells of a break before it sends anything over a new connection.
 */
public final class Interruptions implements ConnectionPoolListener {

    private final AtomicLong count = new AtomicLong();

    public long count() {
        return count.get();
    }

    @Override
    public void connectionPoolCleared(ConnectionPoolClearedEvent event) {
        count.incrementAndGet();
    }
}
