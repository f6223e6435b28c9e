package uk.muster.command.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topic of the events, made if it is absent: kept for ever, never compacted, timestamps by the broker. */
final class Topic implements AutoCloseable {

    private static final Map<String, String> FOR_EVER = Map.of(
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(OrderedSender.LARGEST_REQUEST),
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1",
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");

    private final Admin admin;
    private final RelaySettings settings;

    Topic(RelaySettings settings) {
        this.settings = settings;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                "muster-relay-topic",
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                2_000L));
    }

    /**
     * The topic's identity, which changes when it is made anew.
     *
     * @throws KafkaAwayException when Kafka does not answer in time
     * @throws IllegalStateException when the topic has another number of partitions than the schools are spread over
     */
    String id() throws InterruptedException {
        try {
            return describe();
        } catch (UnknownTopicOrPartitionException e) {
            create();
            try {
                return describe();
            } catch (UnknownTopicOrPartitionException notYet) {
                throw new KafkaAwayException(notYet);
            }
        }
    }

    private String describe() throws InterruptedException {
        TopicDescription there = await(() -> admin.describeTopics(List.of(settings.topic()))
                .allTopicNames()
                .get(settings.patience().toMillis(), TimeUnit.MILLISECONDS)
                .get(settings.topic()));
        if (there.partitions().size() != settings.partitions()) {
            throw new IllegalStateException("The topic " + settings.topic() + " has "
                    + there.partitions().size() + " partitions but must have " + settings.partitions()
                    + ". Delete it, and it is filled again from the ledger.");
        }
        return there.topicId().toString();
    }

    private void create() throws InterruptedException {
        NewTopic topic = new NewTopic(settings.topic(), settings.partitions(), settings.replicationFactor());
        try {
            await(() -> admin.createTopics(List.of(topic.configs(FOR_EVER)))
                    .all()
                    .get(settings.patience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TopicExistsException e) {
            // another instance was quicker, and makes it the same way
            return;
        }
    }

    /** Shuts at once, without waiting for questions that are still open. */
    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private interface Question<T> {
        T ask() throws InterruptedException, ExecutionException, TimeoutException;
    }

    private static <T> T await(Question<T> question) throws InterruptedException {
        try {
            return question.ask();
        } catch (TimeoutException e) {
            throw new KafkaAwayException(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case UnknownTopicOrPartitionException unknown -> throw unknown;
                case TopicExistsException exists -> throw exists;
                case null, default -> throw new KafkaAwayException(e);
            }
        }
    }
}
