package uk.muster.command.relay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.muster.command.checkpoint.Publisher;

/**
 * A topic of one partition for checkpoints, made if it is absent and kept for ever: a record's key is the origin, its value the signed note. The connection is
 * held until a note fails or this is closed: in a busy morning there is a note every few seconds, and to connect costs more than to send. Used by one thread.
 */
public final class NoteTopic implements Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(NoteTopic.class);

    private final RelaySettings settings;
    private final String origin;
    private @Nullable OrderedSender held;

    /** @param settings of a topic with one partition */
    public NoteTopic(RelaySettings settings, String origin) {
        this.settings = settings;
        this.origin = origin;
    }

    @Override
    public String name() {
        return "topic " + settings.topic();
    }

    @Override
    public boolean publish(String note) throws InterruptedException {
        boolean there = false;
        try {
            there = sender().send(List.of(
                            new ProducerRecord<>(settings.topic(), origin, note.getBytes(StandardCharsets.UTF_8))))
                    .awaitAll(settings.patience());
        } catch (KafkaAwayException | KafkaException e) {
            LOG.debug("Kafka failed.", e);
        } finally {
            if (!there) {
                close();
            }
        }
        return there;
    }

    private OrderedSender sender() throws InterruptedException {
        OrderedSender open = held;
        if (open == null) {
            try (Topic topic = new Topic(settings)) {
                LOG.debug("Checkpoints go to topic {} with id {}.", settings.topic(), topic.id());
            }
            open = new OrderedSender(settings.bootstrapServers(), settings.patience());
            held = open;
        }
        return open;
    }

    @Override
    public void close() {
        if (held != null) {
            held.close();
            held = null;
        }
    }
}
