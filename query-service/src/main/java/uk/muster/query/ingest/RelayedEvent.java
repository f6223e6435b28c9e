package uk.muster.query.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import uk.muster.query.store.Fact;

/**
 * An event as it comes from the topic: the key is the URN, the value the payload, the rest is in headers.
 *
 * @param urn the school, which is also the order: all events of a school come in one partition, in the order of the ledger
 * @param seq dense in the stream, from 0
 */
public record RelayedEvent(String urn, String stream, long seq, Fact fact) {

    private static final String RETENTION = "/retention";

    /** @throws IllegalStateException when a header is missing: then it is no topic of Muster's */
    static RelayedEvent of(ConsumerRecord<String, byte[]> message) {
        return new RelayedEvent(
                message.key(),
                text(message, "stream"),
                Long.parseLong(text(message, "seq")),
                new Fact(
                        Long.parseLong(text(message, "position")),
                        UUID.fromString(text(message, "id")),
                        text(message, "type"),
                        Instant.EPOCH.plus(Long.parseLong(text(message, "recordedAt")), ChronoUnit.MICROS),
                        message.value()));
    }

    private static String text(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalStateException(
                    "A record of the topic has no header " + name + ": is " + message.topic() + " Muster's topic?");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    /** What kind of stream it is of, by its name. A pupil number is longer than the word for retention. */
    public Kind kind() {
        int slashes = 0;
        for (int i = stream.indexOf('/'); i >= 0; i = stream.indexOf('/', i + 1)) {
            slashes++;
        }
        return switch (slashes) {
            case 0 -> Kind.SCHOOL;
            case 1 -> stream.endsWith(RETENTION) ? Kind.RETENTION : Kind.PUPIL;
            case 2 -> Kind.ABSENCE;
            case 3 -> Kind.REGISTER;
            default -> throw new IllegalStateException("A stream of an unknown form was met: " + fact + ".");
        };
    }

    /** The kinds of streams. */
    public enum Kind {
        SCHOOL,
        PUPIL,
        ABSENCE,
        REGISTER,
        RETENTION
    }
}
