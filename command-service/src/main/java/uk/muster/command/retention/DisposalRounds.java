package uk.muster.command.retention;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles the disposals in the ledger whenever this instance begins to write it: what the one before it was in the middle of goes on, and what a restored
 * table of keys brought back goes again. A fault is met by trying again.
 */
public final class DisposalRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DisposalRounds.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Runnable settle;
    private final BooleanSupplier active;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("disposals").daemon().unstarted(this::run);

    /** @param active whether this instance, and so no other, writes the ledger */
    public DisposalRounds(Disposals disposals, BooleanSupplier active) {
        this.settle = disposals::settle;
        this.active = active;
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean settled = false;
        try {
            do {
                settled = active.getAsBoolean() && (settled || settled());
            } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("Told to stop.", e);
        }
    }

    private boolean settled() {
        try {
            settle.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Disposals can't be settled now: {}.", e.getClass().getName());
            LOG.debug("Settling was broken off.", e);
            return false;
        }
    }
}
