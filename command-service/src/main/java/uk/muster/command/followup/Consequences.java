package uk.muster.command.followup;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.command.axon.SagaStores;
import uk.muster.command.clock.FallingDue;
import uk.muster.command.ledger.CommitSignal;

/**
 * Whether everything that follows from the ledger and the time is recorded: the watch and the sagas have read all of it, no deadline is due, and
 * no message is on its way. For trials and tests, whose clock waits for it.
 */
public final class Consequences implements FallingDue {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final List<StreamingEventProcessor> readers;
    private final SagaStores stores;
    private final BooleanSupplier postIsIdle;
    private final CommitSignal commits;
    private final JdbcClient database;
    private final InstantSource clock;

    public Consequences(
            List<StreamingEventProcessor> readers,
            SagaStores stores,
            BooleanSupplier postIsIdle,
            CommitSignal commits,
            JdbcClient database,
            InstantSource clock) {
        this.readers = List.copyOf(readers);
        this.stores = stores;
        this.postIsIdle = postIsIdle;
        this.commits = commits;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> next() {
        return database.sql("SELECT min(execution_time) FROM muster.scheduled_task")
                .query((row, i) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    @Override
    public boolean await(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        try (CommitSignal.Hurry _ = commits.hurry()) {
            while (!isQuiet()) {
                if (System.nanoTime() > until) {
                    return false;
                }
                commits.awaitBeyond(commits.head(), PAUSE);
            }
        }
        return true;
    }

    /** Nothing was recorded while the rest was looked at. */
    private boolean isQuiet() {
        long head = commits.head();
        if (!readers.stream().allMatch(reader -> hasRead(reader, head))) {
            return false;
        }
        if (isAnythingDue()) {
            stores.lookForDue();
            return false;
        }
        return postIsIdle.getAsBoolean() && commits.head() == head;
    }

    private static boolean hasRead(StreamingEventProcessor reader, long head) {
        return !reader.processingStatus().isEmpty()
                && reader.processingStatus().values().stream()
                        .allMatch(status -> status.getCurrentPosition().orElse(0) >= head);
    }

    private boolean isAnythingDue() {
        return database.sql("SELECT EXISTS (SELECT 1 FROM muster.scheduled_task WHERE execution_time <= ?)")
                .param(Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }
}
