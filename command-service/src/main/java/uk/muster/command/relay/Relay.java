package uk.muster.command.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import uk.muster.command.ledger.CommitSignal;
import uk.muster.command.ledger.LedgerAwayException;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.ledger.LedgerWriter;
import uk.muster.kernel.event.StoredEvent;

/**
 * Carries the ledger to Kafka: in order, every event at least once, and only while this instance writes the ledger. It reads a batch, sends it,
 * and stores its position once all of it is acknowledged. After a crash the last batch is sent again, in the same order; readers of the topic
 * skip what they have seen by its position.
 *
 * <p>While Kafka is away the relay waits, holding one batch; it loses nothing and goes on by itself.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final LedgerWriter writer;
    private final LedgerReader reader;
    private final CommitSignal commits;
    private final RelayPositions positions;
    private final RelaySettings settings;
    private final Thread thread = Thread.ofPlatform().name("relay").unstarted(this::run);

    private String lastSaid = "";
    private volatile RelayStatus.State state = RelayStatus.State.STANDING_BY;
    private volatile long position;
    private volatile boolean closed;

    /** @param database pooled, as {@code muster_command} */
    public Relay(
            LedgerWriter writer,
            LedgerReader reader,
            CommitSignal commits,
            DataSource database,
            RelaySettings settings) {
        this.writer = writer;
        this.reader = reader;
        this.commits = commits;
        this.positions = new RelayPositions(database);
        this.settings = settings;
    }

    /** Begins as soon as the writer is active and Kafka answers; returns at once. */
    public void start() {
        thread.start();
    }

    public RelayStatus status() {
        long relayed = position;
        return new RelayStatus(state, relayed, Math.max(relayed, commits.head()));
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
                    state = RelayStatus.State.STANDING_BY;
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            LOG.debug("The relay was told to stop.", e);
        }
        state = RelayStatus.State.STANDING_BY;
    }

    private void tryToRelay() throws InterruptedException {
        try (Admin admin = Admin.create(adminSettings());
                OrderedSender sender = new OrderedSender(settings.bootstrapServers())) {
            relay(new Topic(admin, settings), sender);
        } catch (KafkaAwayException | KafkaException e) {
            kafkaAway();
            LOG.debug("Kafka failed.", e);
        } catch (LedgerAwayException e) {
            say(Level.WARN, "The relay waits for the ledger's database.");
        } catch (RuntimeException e) {
            state = RelayStatus.State.KAFKA_AWAY;
            say(Level.ERROR, "The relay can't go on from position " + position + ": " + e.getMessage());
        }
    }

    /** Relays until this instance no longer writes, or the topic was made anew. */
    private void relay(Topic topic, OrderedSender sender) throws InterruptedException {
        String topicId = topic.id();
        position = positions.of(settings.topic(), topicId);
        state = RelayStatus.State.RELAYING;
        say(Level.INFO, "The relay fills topic " + settings.topic() + " from position " + position + " on.");
        long checked = System.nanoTime();
        while (writer.isActive()) {
            if (System.nanoTime() - checked > settings.patience().toNanos()) {
                if (!topic.id().equals(topicId)) {
                    return;
                }
                checked = System.nanoTime();
            }
            if (commits.awaitBeyond(position, PAUSE)) {
                List<StoredEvent> batch = reader.after(position, settings.batch());
                if (!relay(batch, topic, topicId, sender)) {
                    return;
                }
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
        if (state == RelayStatus.State.KAFKA_AWAY) {
            state = RelayStatus.State.RELAYING;
            say(Level.INFO, "Kafka is back; the relay goes on.");
        }
        positions.store(settings.topic(), topicId, batch.getLast().position());
        position = batch.getLast().position();
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
        state = RelayStatus.State.KAFKA_AWAY;
        say(Level.WARN, "Kafka is away; the relay waits at position " + position + ".");
    }

    private Map<String, Object> adminSettings() {
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                "muster-relay-topic",
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                2_000L);
    }

    /** Says what changed, once. */
    private void say(Level level, String sentence) {
        if (!sentence.equals(lastSaid)) {
            lastSaid = sentence;
            LOG.atLevel(level).log(sentence);
        }
    }
}
