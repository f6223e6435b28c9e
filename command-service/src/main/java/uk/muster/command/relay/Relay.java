package uk.muster.command.relay;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import uk.muster.command.ledger.CommitSignal;
import uk.muster.command.ledger.LedgerAwayException;
import uk.muster.command.ledger.LedgerTail;
import uk.muster.command.ledger.LedgerWriter;
import uk.muster.command.ledger.Watched;
import uk.muster.command.relay.RelayStatus.State;
import uk.muster.kernel.event.StoredEvent;

/**
 * Carries the ledger to Kafka: in order, every event at least once, and only while this instance writes the ledger. It reads a batch, sends it,
 * and now and then stores the position up to which all is acknowledged. After a crash the last of it is sent again, in the same order; readers of the topic
 * skip what they have seen by its position.
 *
 * <p>While Kafka is away the relay waits, holding one batch; it loses nothing and goes on by itself.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Batches go out no more often while events keep coming: what one costs Kafka and its readers hardly depends on its size. */
    private static final Duration GATHER = Duration.ofMillis(30);

    /** How much may be sent again after a crash. */
    private static final Duration POSITION_STORED_EVERY = Duration.ofMillis(200);

    private record Reached(State state, long position) {}

    private final LedgerWriter writer;
    private final LedgerTail tail;
    private final CommitSignal commits;
    private final RelayPositions positions;
    private final RelaySettings settings;
    private final Thread thread = Thread.ofPlatform().name("relay").unstarted(this::run);

    private final Watched<Reached> reached = new Watched<>(new Reached(State.STANDING_BY, 0));

    private String lastSaid = "";
    private volatile boolean closed;

    /** @param database pooled, as {@code muster_command} */
    public Relay(
            LedgerWriter writer, LedgerTail tail, CommitSignal commits, DataSource database, RelaySettings settings) {
        this.writer = writer;
        this.tail = tail;
        this.commits = commits;
        this.positions = new RelayPositions(database);
        this.settings = settings;
    }

    /** Begins as soon as the writer is active and Kafka answers; returns at once. */
    public void start() {
        thread.start();
    }

    public RelayStatus status() {
        return status(reached.get());
    }

    /**
     * Waits until the relay's state or position is as wanted, or the time is up.
     *
     * @return whether it is
     */
    public boolean await(Predicate<RelayStatus> wanted, Duration most) throws InterruptedException {
        return reached.await(now -> wanted.test(status(now)), most);
    }

    private RelayStatus status(Reached now) {
        return new RelayStatus(now.state(), now.position(), Math.max(now.position(), commits.head()));
    }

    /** Stops at once; what is not acknowledged is sent again after the next start. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                if (writer.isActive()) {
                    tryToRelay();
                } else {
                    is(State.STANDING_BY);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            LOG.debug("The relay was told to stop.", e);
        }
        is(State.STANDING_BY);
    }

    private void is(State state) {
        reached.change(before -> new Reached(state, before.position()));
    }

    private void tryToRelay() throws InterruptedException {
        try (Topic topic = new Topic(settings);
                OrderedSender sender = new OrderedSender(settings.bootstrapServers(), settings.patience())) {
            relay(topic, sender);
        } catch (KafkaAwayException | KafkaException e) {
            kafkaAway();
            LOG.debug("Kafka failed.", e);
        } catch (LedgerAwayException e) {
            say(Level.WARN, "The relay waits for the ledger's database.");
        } catch (RuntimeException e) {
            is(State.MISFIT);
            say(Level.ERROR, "The relay can't go on: " + e.getMessage());
        }
    }

    /** Relays until this instance no longer writes, or the topic was made anew. */
    private void relay(Topic topic, OrderedSender sender) throws InterruptedException {
        String topicId = topic.id();
        long position = positions.of(settings.topic(), topicId);
        reached.change(before -> new Reached(State.RELAYING, position));
        say(Level.INFO, "The relay fills topic " + settings.topic() + " from position " + position + " on.");
        long checked = System.nanoTime();
        long stored = position;
        long storedAt = checked;
        long sent = checked;
        try {
            while (writer.isActive()) {
                if (System.nanoTime() - checked > settings.patience().toNanos()) {
                    if (!topic.id().equals(topicId)) {
                        return;
                    }
                    checked = System.nanoTime();
                }
                if (commits.awaitBeyond(reached.get().position(), PAUSE)) {
                    commits.gather(sent, GATHER);
                    sent = System.nanoTime();
                    List<StoredEvent> batch = tail.after(reached.get().position(), settings.batch());
                    if (!relay(batch, topic, topicId, sender)) {
                        return;
                    }
                }
                long held = reached.get().position();
                if (held > stored && System.nanoTime() - storedAt > POSITION_STORED_EVERY.toNanos()) {
                    positions.store(settings.topic(), topicId, held);
                    stored = held;
                    storedAt = System.nanoTime();
                }
            }
        } finally {
            storeAtTheEnd(topicId, stored);
        }
    }

    private void storeAtTheEnd(String topicId, long stored) {
        long held = reached.get().position();
        if (held > stored) {
            try {
                positions.store(settings.topic(), topicId, held);
            } catch (LedgerAwayException e) {
                LOG.debug("The last of it will be sent again.", e);
            }
        }
    }

    /** Relays a batch; false when there is no more use in waiting for its acknowledgements. */
    private boolean relay(List<StoredEvent> batch, Topic topic, String topicId, OrderedSender sender)
            throws InterruptedException {
        OrderedSender.Sent sent = sender.send(batch.stream()
                .map(event -> EventRecord.of(settings.topic(), event))
                .toList());
        while (!sent.awaitAll(settings.patience())) {
            kafkaAway();
            if (!writer.isActive() || isAnotherTopic(topic, topicId)) {
                return false;
            }
        }
        if (reached.get().state() == State.KAFKA_AWAY) {
            say(Level.INFO, "Kafka is back; the relay goes on.");
        }
        long position = batch.getLast().position();
        reached.change(before -> new Reached(State.RELAYING, position));
        return true;
    }

    private static boolean isAnotherTopic(Topic topic, String topicId) throws InterruptedException {
        try {
            return !topic.id().equals(topicId);
        } catch (KafkaAwayException e) {
            LOG.debug("Kafka is still away.", e);
            return false;
        }
    }

    private void kafkaAway() {
        is(State.KAFKA_AWAY);
        say(
                Level.WARN,
                "Kafka is away; the relay waits at position " + reached.get().position() + ".");
    }

    /** Says what changed, once. */
    private void say(Level level, String sentence) {
        if (!sentence.equals(lastSaid)) {
            lastSaid = sentence;
            LOG.atLevel(level).log(sentence);
        }
    }
}
