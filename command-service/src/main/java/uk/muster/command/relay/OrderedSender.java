package uk.muster.command.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records in order, many at a time, and never lets a later record of a partition pass an earlier one: records wait for Kafka without
 * limit, and where one fails for good the producer is shut at once with all that comes behind it. Used by the relay's thread alone.
 */
final class OrderedSender implements AutoCloseable {

    /** Events may be long, such as a school's whole calendar; far above any of them. */
    static final int LARGEST_REQUEST = 16 * 1024 * 1024;

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** @param patience how long handing a record over may wait for a broker that says where it belongs */
    OrderedSender(String bootstrapServers, Duration patience) {
        producer = new KafkaProducer<>(
                Map.ofEntries(
                        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "muster-relay"),
                        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                        // One request at a time, of many records: behind a request that fails for good nothing is under
                        // way.
                        Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE),
                        // A producer that has lost sight of every broker would hold the relay for a minute.
                        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis()),
                        Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000L),
                        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 2),
                        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024),
                        Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST),
                        Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4")),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** What has been sent and is not yet acknowledged. */
    final class Sent {

        private final CountDownLatch open;

        private Sent(int records) {
            open = new CountDownLatch(records);
        }

        /**
         * Waits for all acknowledgements.
         *
         * @return false when some are still missing after the time
         * @throws KafkaAwayException when a record failed for good; this sender is of no more use
         */
        boolean awaitAll(Duration most) throws InterruptedException {
            boolean all = open.await(most.toMillis(), TimeUnit.MILLISECONDS);
            requireWhole();
            return all;
        }

        private void answered(@Nullable RecordMetadata acknowledged, @Nullable Exception failed) {
            if (failed != null && failure.compareAndSet(null, failed)) {
                producer.close(Duration.ZERO);
            }
            open.countDown();
        }
    }

    /**
     * Hands the records to the producer, in order.
     *
     * @throws KafkaAwayException when one of them could not even be handed over; none after it was sent, and this sender is of no more use
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of every failure
    Sent send(List<ProducerRecord<String, byte[]>> records) {
        Sent sent = new Sent(records.size());
        for (ProducerRecord<String, byte[]> record : records) {
            requireWhole();
            try {
                producer.send(record, sent::answered);
            } catch (KafkaException | IllegalStateException e) {
                failure.compareAndSet(null, e);
            }
        }
        requireWhole();
        return sent;
    }

    private void requireWhole() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new KafkaAwayException(failed);
        }
    }

    /** Shuts at once; what is not acknowledged may or may not arrive. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
