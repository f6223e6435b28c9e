package uk.muster.query.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.muster.query.keys.Opener;
import uk.muster.query.store.Interruptions;
import uk.muster.query.store.LiveProjection;
import uk.muster.query.store.Place;
import uk.muster.query.store.Projection;

/**
 * Makes the projections anew from the first event of the topic, in a database beside the live one, which goes on answering and being kept up
 * meanwhile. Once the new one holds all that the live one holds it takes its place, and the old one is dropped. When a neighbour is away it
 * begins again until it succeeds.
 */
public final class Rebuild implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int TOLD_EVERY_PERCENT = 10;

    private final Supplier<Consumer<String, byte[]>> readers;
    private final String topic;
    private final LiveProjection live;
    private final Opener opener;
    private final Interruptions interruptions;
    private final Duration grace;
    private final AtomicBoolean running = new AtomicBoolean();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile State state = new State(Phase.NONE, 0);

    /** How far a rebuild is. */
    public enum Phase {
        NONE,
        RUNNING,
        DONE
    }

    /** @param percent of the topic that the new projections hold, 0 to 100, rounded down */
    public record State(Phase phase, int percent) {}

    public Rebuild(Topic topic, LiveProjection live, Opener opener, Interruptions interruptions) {
        this(topic::reader, topic.name(), live, opener, interruptions, Duration.ofSeconds(10));
    }

    /** @param grace for how long the old database stays, so that queries under way and other instances can change over */
    Rebuild(
            Supplier<Consumer<String, byte[]>> readers,
            String topic,
            LiveProjection live,
            Opener opener,
            Interruptions interruptions,
            Duration grace) {
        this.readers = readers;
        this.topic = topic;
        this.live = live;
        this.opener = opener;
        this.interruptions = interruptions;
        this.grace = grace;
    }

    public State state() {
        return state;
    }

    /**
     * Begins, on a thread of its own.
     *
     * @return whether it did; false when one is under way
     */
    public boolean begin() {
        return begin(() -> true);
    }

    /** Begins if what is live was made by another version, as soon as the document store says so. */
    public void beginIfOutdated() {
        begin(live::isOutdated);
    }

    private boolean begin(BooleanSupplier isWanted) {
        if (!running.compareAndSet(false, true)) {
            return false;
        }
        Thread.ofPlatform().name("rebuild").daemon().start(() -> run(isWanted));
        return true;
    }

    @Override
    public void close() {
        stopping.countDown();
    }

    private void run(BooleanSupplier isWanted) {
        Trouble trouble = new Trouble(LOG, "The projections can't be rebuilt");
        try {
            while (!stopping.await(trouble.lasts() ? RETRY.toMillis() : 0, TimeUnit.MILLISECONDS)) {
                try {
                    if (isWanted.getAsBoolean()) {
                        rebuild();
                    }
                    return;
                } catch (RuntimeException e) {
                    trouble.met(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.set(false);
        }
    }

    private void rebuild() throws InterruptedException {
        state = new State(Phase.RUNNING, 0);
        try (Consumer<String, byte[]> reader = readers.get()) {
            rebuild(reader);
        }
    }

    private void rebuild(Consumer<String, byte[]> reader) throws InterruptedException {
        Projection old = live.named();
        long begunAt = interruptions.count();
        Target target = new Target(live.next(), opener);
        LOG.info(
                "Rebuilding the projections in {} beside {}.",
                target.projection().name(),
                old.name());
        List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        reader.assign(partitions);
        target.resume(reader, partitions);
        while (!holdsAllOf(old, target)) {
            if (stopping.getCount() == 0) {
                return;
            }
            target.write(reader, reader.poll(POLL), () -> interruptions.count() == begunAt);
            tell(reader.endOffsets(partitions), target.places());
            if (interruptions.count() != begunAt) {
                throw new StoreAwayException();
            }
        }
        live.switchTo(target.projection());
        state = new State(Phase.DONE, 100);
        LOG.info(
                "The projections in {} answer from now on.", target.projection().name());
        if (!stopping.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            old.drop();
        }
    }

    private static boolean holdsAllOf(Projection old, Target target) {
        Collection<Place> wanted = Place.all(old).values();
        List<Place> held = new ArrayList<>(target.places());
        return wanted.stream()
                .allMatch(place ->
                        held.stream().anyMatch(h -> h.partition() == place.partition() && h.last() >= place.last()));
    }

    private void tell(Map<TopicPartition, Long> ends, Collection<Place> places) {
        long all = ends.values().stream().mapToLong(Long::longValue).sum();
        long held = places.stream().mapToLong(Place::next).sum();
        int percent = all == 0 ? 100 : (int) Math.min(100, 100 * held / all);
        if (percent / TOLD_EVERY_PERCENT > state.percent() / TOLD_EVERY_PERCENT) {
            LOG.info("Rebuilding the projections: {} %.", percent);
        }
        state = new State(Phase.RUNNING, percent);
    }
}
