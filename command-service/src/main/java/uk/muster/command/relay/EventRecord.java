package uk.muster.command.relay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import uk.muster.kernel.event.StoredEvent;

/**
 * A stored event as a Kafka record: key the school's URN, value the payload, everything else in headers, all of it text in UTF-8 and the
 * metadata as stored. The record's own timestamp is left to the broker.
 */
final class EventRecord {

    private EventRecord() {}

    static ProducerRecord<String, byte[]> of(String topic, StoredEvent event) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, event.urn().toString(), event.payload());
        Headers headers = record.headers();
        headers.add("position", text(Long.toString(event.position())));
        headers.add("id", text(event.id().toString()));
        headers.add("stream", text(event.stream()));
        headers.add("seq", text(Long.toString(event.seq())));
        headers.add("type", text(event.type()));
        headers.add("recordedAt", text(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, event.recordedAt()))));
        headers.add("metadata", event.metadata());
        return record;
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
