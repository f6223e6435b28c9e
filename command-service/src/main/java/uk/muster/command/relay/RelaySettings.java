package uk.muster.command.relay;

import java.time.Duration;

/**
 * Where and how the relay sends.
 *
 * @param bootstrapServers Kafka's, {@code host:port} joined by commas
 * @param partitions of the topic when the relay has to make it; never changed afterwards, since a school's partition follows from it
 * @param replicationFactor of the topic when the relay has to make it
 * @param batch most events read and sent at once
 * @param patience how long an acknowledgement may take before Kafka counts as away; also how often the topic's identity is checked
 */
public record RelaySettings(
        String bootstrapServers, String topic, int partitions, short replicationFactor, int batch, Duration patience) {

    public static RelaySettings of(String bootstrapServers, String topic, int partitions, short replicationFactor) {
        return new RelaySettings(bootstrapServers, topic, partitions, replicationFactor, 2_000, Duration.ofSeconds(5));
    }
}
