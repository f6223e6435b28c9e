package uk.muster.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import uk.muster.command.ledger.TestLedger;
import uk.muster.kernel.event.StoredEvent;

class RelayTest {

    private static final int PARTITIONS = 12;

    /** Patience of a relay that is soon to find that Kafka is away, or its topic another. */
    private static final Duration SHORT = Duration.ofMillis(500);

    private static TestBroker broker;

    private TestLedger ledger;
    private String topic;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new TestBroker();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @BeforeEach
    void open(TestInfo test) {
        ledger = TestLedger.open();
        topic = test.getTestMethod().orElseThrow().getName();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Relay relay() {
        return relay(Duration.ofSeconds(20));
    }

    private Relay relay(Duration patience) {
        RelaySettings settings =
                new RelaySettings(broker.bootstrapServers(), topic, PARTITIONS, (short) 1, 50, patience);
        Relay relay = new Relay(ledger.writer, ledger.tail, ledger.commits, ledger.pool, settings);
        relay.start();
        return relay;
    }

    /** Appends events of twenty schools, {@code from} to below {@code to}. */
    private void append(int from, int to) {
        List<CompletableFuture<List<StoredEvent>>> answers = IntStream.range(from, to)
                .mapToObj(n -> ledger.appendLater((100_000 + n % 20) + "/" + n))
                .toList();
        answers.forEach(CompletableFuture::join);
    }

    private static void await(Relay relay, Predicate<RelayStatus> wanted) throws InterruptedException {
        assertThat(relay.await(wanted, Duration.ofSeconds(60)))
                .as("in time, but the relay is at %s", relay.status())
                .isTrue();
    }

    private static void awaitPosition(Relay relay, long position) throws InterruptedException {
        await(relay, status -> status.position() == position);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static long position(ConsumerRecord<?, ?> record) {
        return Long.parseLong(header(record, "position"));
    }

    /** All positions from 1 are there, and in every partition a position comes first after all before it have come. */
    private static void assertWholeAndInOrder(List<ConsumerRecord<String, byte[]>> records, int events) {
        assertThat(records.stream().map(RelayTest::position).distinct().sorted())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events).boxed().toList());
        Map<Integer, List<Long>> firstSeen = records.stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::partition, Collectors.mapping(RelayTest::position, Collectors.toList())));
        firstSeen
                .values()
                .forEach(positions -> assertThat(positions.stream().distinct()).isSorted());
    }

    @Test
    void carriesEveryEventAsItIsStored() throws InterruptedException {
        append(0, 333);
        try (Relay relay = relay()) {
            awaitPosition(relay, 333);
            assertThat(relay.status()).isEqualTo(new RelayStatus(RelayStatus.State.RELAYING, 333, 333));

            List<ConsumerRecord<String, byte[]>> records = broker.read(topic, 333);
            assertWholeAndInOrder(records, 333);
            Map<Long, StoredEvent> stored =
                    ledger.reader.after(0, 1_000).stream().collect(Collectors.toMap(StoredEvent::position, e -> e));
            assertThat(records).allSatisfy(record -> {
                StoredEvent event = stored.get(position(record));
                assertThat(record.key()).isEqualTo(event.urn().toString());
                assertThat(record.value()).isEqualTo(event.payload());
                assertThat(header(record, "id")).isEqualTo(event.id().toString());
                assertThat(header(record, "stream")).isEqualTo(event.stream());
                assertThat(header(record, "seq")).isEqualTo(Long.toString(event.seq()));
                assertThat(header(record, "type")).isEqualTo(event.type());
                assertThat(header(record, "recordedAt"))
                        .isEqualTo(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt())));
                assertThat(record.headers().lastHeader("metadata").value()).isEqualTo(event.metadata());
                assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
                assertThat(record.partition())
                        .isEqualTo(Utils.toPositive(Utils.murmur2(record.key().getBytes(StandardCharsets.UTF_8)))
                                % PARTITIONS);
            });
        }
    }

    @Test
    void makesATopicThatIsKeptForEver() throws Exception {
        append(0, 1);
        try (Relay relay = relay();
                Admin admin = broker.admin()) {
            awaitPosition(relay, 1);

            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertThat(config.get("retention.ms").value()).isEqualTo("-1");
            assertThat(config.get("retention.bytes").value()).isEqualTo("-1");
            assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
            assertThat(config.get("message.timestamp.type").value()).isEqualTo("LogAppendTime");
            assertThat(admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions())
                    .hasSize(PARTITIONS);
        }
    }

    @Test
    void goesOnWhereItStopped() throws InterruptedException {
        append(0, 120);
        try (Relay relay = relay()) {
            awaitPosition(relay, 120);
        }
        append(120, 200);
        try (Relay relay = relay()) {
            awaitPosition(relay, 200);
        }
        assertThat(broker.size(topic)).isEqualTo(200);
        assertWholeAndInOrder(broker.read(topic, 200), 200);
    }

    @Test
    void carriesEachCommitOnAsItHappens() throws InterruptedException {
        try (Relay relay = relay()) {
            for (int n = 0; n < 10; n++) {
                append(n, n + 1);
                long position = n + 1L;
                awaitPosition(relay, position);
                assertThat(relay.status().lag()).isZero();
            }
        }
    }

    @Test
    void fillsATopicThatWasMadeAnewFromTheBeginning() throws Exception {
        append(0, 100);
        try (Relay relay = relay(SHORT);
                Admin admin = broker.admin()) {
            awaitPosition(relay, 100);
            admin.deleteTopics(List.of(topic)).all().get();
            append(100, 150);

            awaitPosition(relay, 150);
            List<ConsumerRecord<String, byte[]>> records = broker.read(topic, 150);
            assertWholeAndInOrder(records, 150);
        }
    }

    @Test
    void waitsForKafkaWithoutLossAndInOrder() throws InterruptedException {
        append(0, 100);
        try (Relay relay = relay(SHORT)) {
            awaitPosition(relay, 100);
            broker.stop();
            append(100, 400);
            await(relay, status -> status.state() == RelayStatus.State.KAFKA_AWAY);
            assertThat(relay.status().lag()).isPositive();

            broker.startAgain();
            awaitPosition(relay, 400);
            assertThat(relay.status().state()).isEqualTo(RelayStatus.State.RELAYING);
            assertWholeAndInOrder(broker.read(topic, 400), 400);
        }
    }

    @Test
    void letsWhatIsUnderWayWaitWhileKafkaStartsAgain() throws InterruptedException {
        append(0, 1);
        try (Relay relay = relay()) {
            awaitPosition(relay, 1);
            broker.stop();
            append(1, 300);

            broker.startAgain();
            awaitPosition(relay, 300);
            assertWholeAndInOrder(broker.read(topic, 300), 300);
            assertThat(broker.size(topic)).isEqualTo(300);
        }
    }

    @Test
    void relaysNothingOnceItsLedgerIsClosed() throws InterruptedException {
        append(0, 10);
        try (Relay relay = relay()) {
            awaitPosition(relay, 10);
            ledger.writer.close();

            await(relay, status -> status.state() == RelayStatus.State.STANDING_BY);
        }
    }

    @Test
    void refusesATopicWithAnotherNumberOfPartitions() throws Exception {
        try (Admin admin = broker.admin()) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        }
        append(0, 10);
        try (Relay relay = relay()) {
            await(relay, status -> status.state() == RelayStatus.State.MISFIT);
        }
        assertThat(broker.size(topic)).isZero();
    }
}
