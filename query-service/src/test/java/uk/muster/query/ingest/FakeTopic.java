package uk.muster.query.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import uk.muster.http.convention.Partition;
import uk.muster.kernel.event.StoredEvent;

/** A topic in memory with two partitions, filled as the relay does, and consumers of it that are given both. */
final class FakeTopic {

    static final String NAME = "muster.events";
    private static final int PARTITIONS = 2;
    private static final int AT_ONCE = 5;

    private final List<List<ConsumerRecord<String, byte[]>>> partitions =
            IntStream.range(0, PARTITIONS).mapToObj(FakeTopic::noRecords).toList();

    private final Map<TopicPartition, OffsetAndMetadata> committed = new ConcurrentHashMap<>();
    private final AtomicInteger commitsToFail = new AtomicInteger();

    private static List<ConsumerRecord<String, byte[]>> noRecords(int partition) {
        return new ArrayList<>(partition);
    }

    synchronized FakeTopic send(List<StoredEvent> events) {
        for (StoredEvent event : events) {
            int partition = Partition.of(event.urn(), PARTITIONS);
            List<ConsumerRecord<String, byte[]>> records = partitions.get(partition);
            records.add(new ConsumerRecord<>(
                    NAME,
                    partition,
                    records.size(),
                    0,
                    TimestampType.LOG_APPEND_TIME,
                    0,
                    0,
                    event.urn().toString(),
                    event.payload(),
                    headers(event),
                    Optional.empty()));
        }
        return this;
    }

    private static Headers headers(StoredEvent event) {
        Headers headers = new RecordHeaders();
        Map<String, Object> values = new HashMap<>(Map.of(
                "position", event.position(),
                "id", event.id(),
                "stream", event.stream(),
                "seq", event.seq(),
                "type", event.type(),
                "recordedAt", ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt())));
        values.forEach((name, value) -> headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8)));
        return headers.add("metadata", event.metadata());
    }

    /** The last position of each partition, by partition. */
    synchronized Map<Integer, Long> lastPositions() {
        Map<Integer, Long> last = new HashMap<>();
        partitions.stream()
                .filter(records -> !records.isEmpty())
                .forEach(records -> last.put(
                        records.getLast().partition(),
                        RelayedEvent.of(records.getLast()).fact().position()));
        return last;
    }

    FakeTopic failCommits(int times) {
        commitsToFail.set(times);
        return this;
    }

    /** Whether the group was told that every record is held. */
    boolean isCommitted() {
        return ends().entrySet().stream()
                .allMatch(end -> committed
                                .getOrDefault(end.getKey(), new OffsetAndMetadata(0))
                                .offset()
                        == end.getValue());
    }

    private synchronized List<ConsumerRecord<String, byte[]>> from(TopicPartition partition, long offset) {
        List<ConsumerRecord<String, byte[]>> records = partitions.get(partition.partition());
        int from = (int) Math.min(records.size(), offset);
        return List.copyOf(records.subList(from, Math.min(records.size(), from + AT_ONCE)));
    }

    private synchronized Map<TopicPartition, Long> ends() {
        Map<TopicPartition, Long> ends = new HashMap<>();
        all().forEach(partition ->
                ends.put(partition, (long) partitions.get(partition.partition()).size()));
        return ends;
    }

    private static List<TopicPartition> all() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(NAME, partition))
                .toList();
    }

    /** A consumer that gets both partitions when it subscribes, and reads a few records at a time. */
    Consumer<String, byte[]> consumer() {
        Reader reader = new Reader();
        PartitionInfo[] infos = all().stream()
                .map(partition -> new PartitionInfo(NAME, partition.partition(), null, null, null))
                .toArray(PartitionInfo[]::new);
        reader.updatePartitions(NAME, Arrays.asList(infos));
        Map<TopicPartition, Long> begins = new HashMap<>();
        all().forEach(partition -> begins.put(partition, 0L));
        reader.updateBeginningOffsets(begins);
        reader.updateEndOffsets(ends());
        return reader;
    }

    private final class Reader extends MockConsumer<String, byte[]> {

        private boolean joined;

        Reader() {
            super("earliest");
        }

        @Override
        public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
            if (!joined && !subscription().isEmpty()) {
                joined = true;
                rebalance(all());
            }
            updateEndOffsets(ends());
            for (TopicPartition partition : assignment()) {
                if (!paused().contains(partition)) {
                    from(partition, position(partition)).forEach(this::addRecord);
                }
            }
            return super.poll(Duration.ZERO);
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            if (commitsToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                callback.onComplete(offsets, new RetriableCommitFailedException("The coordinator is away."));
            } else {
                committed.putAll(offsets);
                callback.onComplete(offsets, null);
            }
        }
    }
}
