package uk.muster.query.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import uk.muster.query.keys.Opener;
import uk.muster.query.store.Interruptions;
import uk.muster.query.store.LiveProjection;
import uk.muster.query.store.Place;
import uk.muster.query.store.Projection;

/**
 * Keeps the live projection up with the topic, on one thread.
 *
 * <p>Whatever goes wrong, be it the document store, the keys or the broker, the partitions are paused, and once everything answers again they go on
 * from the places stored with the projection. A projection that turns out to lack facts is made anew, and the partitions wait for it. Offsets are
 * committed to the group as well, so that lag can be seen from outside; nothing here reads them.
 */
public final class Ingest implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final String topic;
    private final LiveProjection live;
    private final Opener opener;
    private final Interruptions interruptions;
    private final Progress progress;
    private final Follower follower;
    private final Runnable rebuild;
    private final Timer batches;
    private final Trouble trouble = new Trouble(LOG, "The projections can't be kept up");

    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private volatile long lag;

    /** @param rebuild begins to make the projections anew, unless that is under way */
    public Ingest(
            Topic topic,
            LiveProjection live,
            Opener opener,
            Interruptions interruptions,
            Progress progress,
            Follower follower,
            Runnable rebuild,
            MeterRegistry meters) {
        this(topic::member, topic.name(), live, opener, interruptions, progress, follower, rebuild, meters);
    }

    Ingest(
            Supplier<Consumer<String, byte[]>> consumers,
            String topic,
            LiveProjection live,
            Opener opener,
            Interruptions interruptions,
            Progress progress,
            Follower follower,
            Runnable rebuild,
            MeterRegistry meters) {
        this.consumers = consumers;
        this.topic = topic;
        this.live = live;
        this.opener = opener;
        this.interruptions = interruptions;
        this.progress = progress;
        this.follower = follower;
        this.rebuild = rebuild;
        this.batches = Timer.builder("muster.ingest.batches")
                .description("Batches of events written into the projections")
                .register(meters);
        Gauge.builder("muster.ingest.lag", () -> lag)
                .description("Events in the topic that the projections of this instance do not hold yet")
                .register(meters);
        Gauge.builder("muster.ingest.position", this::highest)
                .description("The ledger's position of the last event held")
                .register(meters);
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("ingest").start(this::run);
    }

    @Override
    public void stop() {
        stopping.countDown();
        Consumer<String, byte[]> polling = consumer;
        if (polling != null) {
            polling.wakeup();
        }
        try {
            if (thread != null) {
                thread.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    /** Whether something keeps the projections from being kept up. */
    public boolean isInTrouble() {
        return trouble.lasts();
    }

    private void run() {
        while (!isStopping()) {
            try (Consumer<String, byte[]> opened = consumers.get()) {
                consumer = opened;
                new Session(opened).run();
            } catch (WakeupException e) {
                LOG.debug("Woken up to stop.");
            } catch (RuntimeException e) {
                trouble.met(e);
                pause();
            }
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause() {
        try {
            if (stopping.await(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Stopping in the middle of trouble.");
            }
        } catch (InterruptedException e) {
            stopping.countDown();
            Thread.currentThread().interrupt();
        }
    }

    private double highest() {
        return progress.places().stream().mapToLong(Place::last).max().orElse(0);
    }

    /** One consumer's time in the group. */
    private final class Session implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> member;
        private final GroupOffsets offsets;
        private @Nullable Target target;
        private boolean resumed;
        private long resumedAt;
        private long lookedAround;

        Session(Consumer<String, byte[]> member) {
            this.member = member;
            this.offsets = new GroupOffsets(member, topic);
        }

        void run() {
            member.subscribe(List.of(topic), this);
            while (!isStopping()) {
                ConsumerRecords<String, byte[]> records = member.poll(offsets.patience(POLL));
                try {
                    if (resume()) {
                        write(records);
                        trouble.over();
                    }
                    offsets.tell();
                } catch (RuntimeException e) {
                    trouble.met(e);
                    if (e instanceof IncompleteProjectionException) {
                        rebuild.run();
                    }
                    resumed = false;
                    member.pause(member.assignment());
                    pause();
                }
            }
        }

        /**
         * Sees to it that the consumer reads from where the live projection stands.
         *
         * @return whether it did before, so that what was just read may be written
         */
        private boolean resume() {
            Projection current = lookAround();
            if (resumed && target != null && target.projection() == current && resumedAt == interruptions.count()) {
                return true;
            }
            resumedAt = interruptions.count();
            Set<TopicPartition> assigned = member.assignment();
            progress.lost(progress.places().stream().map(Place::partition).toList());
            Target fresh = new Target(current, opener);
            Collection<Place> places = fresh.resume(member, assigned);
            int partitions = member.partitionsFor(topic).size();
            follower.resumed(new Follower.Standing(current, resumedAt, partitions, places));
            progress.moved(places, resumedAt);
            member.resume(assigned);
            target = fresh;
            resumed = true;
            return false;
        }

        private Projection lookAround() {
            long now = System.nanoTime();
            if (!resumed || now - lookedAround > LOOK_AROUND.toNanos()) {
                lookedAround = now;
                lag = member.assignment().stream()
                        .map(member::currentLag)
                        .mapToLong(each -> each.orElse(0))
                        .sum();
                return live.refresh();
            }
            return live.get();
        }

        private void write(ConsumerRecords<String, byte[]> records) {
            Target current = target;
            if (records.isEmpty() || current == null) {
                return;
            }
            long since = resumedAt;
            Target.Written written =
                    batches.record(() -> current.write(member, records, () -> interruptions.count() == since));
            follower.wrote(written.events(), written.moved());
            progress.moved(written.moved(), resumedAt);
            offsets.moved(written.moved());
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            resumed = false;
            member.pause(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            offsets.lost();
            follower.lost();
            progress.lost(partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet()));
        }
    }
}
