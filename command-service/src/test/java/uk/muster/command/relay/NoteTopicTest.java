package uk.muster.command.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class NoteTopicTest {

    private static final String NOTE = "muster.example/ledger\n1\nAAAA\n\n— muster.example/ledger AAAA\n";

    @Test
    void aNoteGoesToATopicOfItsOwnAndWaitsForKafka() throws Exception {
        try (TestBroker broker = new TestBroker()) {
            NoteTopic topic = new NoteTopic(
                    new RelaySettings(broker.bootstrapServers(), "notes", 1, (short) 1, 1, Duration.ofSeconds(20)),
                    "muster.example/ledger");
            NoteTopic impatient = new NoteTopic(
                    new RelaySettings(broker.bootstrapServers(), "notes", 1, (short) 1, 1, Duration.ofMillis(500)),
                    "muster.example/ledger");

            assertThat(topic.publish(NOTE)).isTrue();
            List<ConsumerRecord<String, byte[]>> records = broker.read("notes", 1);
            assertThat(records.getFirst().key()).isEqualTo("muster.example/ledger");
            assertThat(new String(records.getFirst().value(), StandardCharsets.UTF_8))
                    .isEqualTo(NOTE);

            broker.stop();
            assertThat(impatient.publish(NOTE)).isFalse();
        }
    }
}
