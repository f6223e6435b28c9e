package uk.muster.command.ledger;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's event store on the ledger. Its streams tell streaming processors of each commit as it happens, where the stock store leaves pooled
 * processors to poll twice a second.
 */
public final class LedgerEventStore extends AbstractEventStore implements Lifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerEventStore.class);

    /** A processor that is called while it is just going to sleep misses the call; the next one comes after this time at the latest. */
    private static final Duration REMINDER = Duration.ofSeconds(1);

    /** Processors are called no more often while events keep coming, since their price is by the batch. */
    private static final Duration GATHER = Duration.ofMillis(50);

    private final LedgerTail tail;
    private final CommitSignal commits;
    private final Set<Runnable> waiting = new CopyOnWriteArraySet<>();
    private final Thread caller;

    private LedgerEventStore(Builder builder, LedgerTail tail, CommitSignal commits) {
        super(builder);
        this.tail = tail;
        this.commits = commits;
        this.caller = Thread.ofPlatform().daemon().name("ledger-wake").start(this::callOnCommit);
    }

    /** Starts calling at once; ends with Axon's own shutdown. */
    public static LedgerEventStore on(LedgerEventStorageEngine engine, LedgerTail tail, CommitSignal commits) {
        Builder builder = new Builder();
        builder.storageEngine(engine);
        return new LedgerEventStore(builder, tail, commits);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new LedgerTrackingStream(tail, commits, waiting, Messages.positionOf(token));
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS - 10, this::shutDown);
    }

    /** Calls nobody any more. */
    public void shutDown() {
        caller.interrupt();
    }

    private void callOnCommit() {
        long seen = 0;
        long called = System.nanoTime();
        try {
            while (true) {
                if (commits.awaitBeyond(seen, REMINDER)) {
                    commits.gather(called, GATHER);
                    seen = commits.head();
                    called = System.nanoTime();
                }
                waiting.forEach(LedgerEventStore::call);
            }
        } catch (InterruptedException e) {
            LOG.debug("Streaming processors are no longer called.");
            Thread.currentThread().interrupt();
        }
    }

    private static void call(Runnable processor) {
        try {
            processor.run();
        } catch (RuntimeException e) {
            LOG.warn("A streaming processor could not be told of new events.", e);
        }
    }

    private static final class Builder extends AbstractEventStore.Builder {}
}
