package uk.muster.command.relay;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import uk.muster.command.clock.Barrier;
import uk.muster.command.ledger.CommitSignal;

/**
 * Waits until everything committed by now is relayed and the readers of the topic have written it: they commit their offsets to their group
 * after each write. For trials and tests; nothing else asks how far readers are.
 */
public final class ReadersCaughtUp implements Barrier {

    private static final String READERS = "muster-query";
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Relay relay;
    private final CommitSignal commits;
    private final RelaySettings settings;

    public ReadersCaughtUp(Relay relay, CommitSignal commits, RelaySettings settings) {
        this.relay = relay;
        this.commits = commits;
        this.settings = settings;
    }

    @Override
    public boolean await(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        long head = commits.head();
        try (CommitSignal.Hurry _ = commits.hurry();
                Admin admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()))) {
            while (relay.status().position() < head || !readersAreAtTheEnd(admin)) {
                if (System.nanoTime() > until) {
                    return false;
                }
                Thread.sleep(PAUSE);
            }
            return true;
        }
    }

    private boolean readersAreAtTheEnd(Admin admin) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, settings.partitions())
                .mapToObj(partition -> new TopicPartition(settings.topic(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        try {
            Map<TopicPartition, ListOffsetsResultInfo> end =
                    admin.listOffsets(ends).all().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(READERS)
                    .partitionsToOffsetAndMetadata()
                    .get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            return end.entrySet().stream()
                    .allMatch(each -> each.getValue().offset() == 0
                            || (read.get(each.getKey()) != null
                                    && read.get(each.getKey()).offset()
                                            >= each.getValue().offset()));
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
