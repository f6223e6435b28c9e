package uk.muster.command.relay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.muster.command.checkpoint.Publisher;

/**
 * A topic of one partition for checkpoints, made if it is absent and kept for ever: a record's key is the origin, its value the signed note. Notes are rare, so each
 * has a connection of its own and none is held in between.
 */
public final class NoteTopic implements Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(NoteTopic.class);

    private final RelaySettings settings;
    private final String origin;

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
        try (Topic topic = new Topic(settings);
                OrderedSender sender = new OrderedSender(settings.bootstrapServers(), settings.patience())) {
            LOG.debug("A checkpoint goes to topic {} with id {}.", settings.topic(), topic.id());
            return sender.send(List.of(
                            new ProducerRecord<>(settings.topic(), origin, note.getBytes(StandardCharsets.UTF_8))))
                    .awaitAll(settings.patience());
        } catch (KafkaAwayException | KafkaException e) {
            LOG.debug("Kafka failed.", e);
            return false;
        }
    }
}
