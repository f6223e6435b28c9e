package uk.muster.command.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a backup when the newest is older than it may be, by business time: a month at most (regs 5, 7). A fault is said and met by trying again an hour
 * later.
 */
public final class BackupRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackupRounds.class);
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final Duration AFTER_A_FAULT = Duration.ofHours(1);

    private final Backups backups;
    private final DataSource database;
    private final Period every;
    private final InstantSource clock;
    private final BooleanSupplier active;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("backups").daemon().unstarted(this::run);

    /** @param active whether this instance, and so no other, writes the ledger */
    public BackupRounds(
            Backups backups, DataSource database, Period every, InstantSource clock, BooleanSupplier active) {
        this.backups = backups;
        this.database = database;
        this.every = every;
        this.clock = clock;
        this.active = active;
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Duration pause = LOOK;
            while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = round() ? LOOK : AFTER_A_FAULT;
            }
        } catch (InterruptedException e) {
            LOG.debug("Told to stop.", e);
        }
    }

    /** Whether all is well. */
    boolean round() {
        Instant now = clock.instant();
        try {
            if (active.getAsBoolean() && isDue(now)) {
                LOG.info("A backup is made: {}.", backups.make(database, now, LOG::debug));
            }
            return true;
        } catch (BackupException e) {
            LOG.warn("There is no new backup: {}", e.getMessage());
            return false;
        }
    }

    private boolean isDue(Instant now) {
        return backups.newest()
                .map(made ->
                        !made.atOffset(ZoneOffset.UTC).plus(every).toInstant().isAfter(now))
                .orElse(true);
    }
}
