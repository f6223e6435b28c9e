package uk.muster.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class NoteTopicTest {

    private static final String NOTE = "muster.example/ledger\n1\nAAAA\n\n— muster.example/ledger AAAA\n";
    private static final String NEXT = "muster.example/ledger\n2\nBBBB\n\n— muster.example/ledger BBBB\n";

    @Test
    void notesGoToATopicOfTheirOwnOneAfterTheOther() throws Exception {
        try (TestBroker broker = new TestBroker();
                NoteTopic topic = topic(broker, Duration.ofSeconds(20))) {
            assertThat(topic.publish(NOTE)).isTrue();
            assertThat(topic.publish(NEXT)).isTrue();

            List<ConsumerRecord<String, byte[]>> records = broker.read("notes", 2);
            assertThat(records).extracting(ConsumerRecord::key).containsOnly("muster.example/ledger");
            assertThat(records)
                    .extracting(each -> new String(each.value(), StandardCharsets.UTF_8))
                    .containsExactly(NOTE, NEXT);
        }
    }

    @Test
    void aNoteWaitsForKafkaAndGoesWhenItIsBack() throws Exception {
        try (TestBroker broker = new TestBroker();
                NoteTopic connected = topic(broker, Duration.ofSeconds(20));
                NoteTopic late = topic(broker, Duration.ofMillis(500))) {
            assertThat(connected.publish(NOTE)).isTrue();
            broker.stop();
            assertThat(connected.publish(NEXT)).isFalse();
            assertThat(late.publish(NOTE)).isFalse();

            broker.startAgain();
            assertThat(connected.publish(NEXT)).isTrue();
        }
    }

    private static NoteTopic topic(TestBroker broker, Duration patience) {
        return new NoteTopic(
                new RelaySettings(broker.bootstrapServers(), "notes", 1, (short) 1, 1, patience),
                "muster.example/ledger");
    }
}
