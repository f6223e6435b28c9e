package uk.muster.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.identity.Urn;

/** All that a stored event shows is bound by its hash. */
class EventHashTest {

    private static final Instant AT = Instant.parse("2026-09-07T07:55:00.123456Z");
    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");

    /** Worked out by another program from the published rule. */
    @Test
    void aKnownEventHasTheKnownHash() {
        byte[] hash = EventHash.of(
                new byte[32],
                7,
                ID,
                new Urn(900_001),
                "900001/2026-09-07/AM/3A",
                0,
                "register-taken.v1",
                AT,
                bytes("{\"system\":\"mis\"}"),
                bytes("{\"at\":\"9½\"}"));
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("d5c8c9a6def1a8376ad6a9360e4d32d40b71cd54882771da2d4ebe7e6c2a4f49");
    }

    @Property(tries = 200)
    void anEventHoldsToItsOwnHash(@ForAll @Size(max = 200) byte[] metadata, @ForAll @Size(max = 2_000) byte[] payload) {
        assertThat(EventHash.holds(event(metadata, payload))).isTrue();
    }

    @Property(tries = 300)
    void anyFlippedBitOfItsBytesIsFound(
            @ForAll @Size(min = 1, max = 200) byte[] metadata,
            @ForAll @Size(min = 1, max = 500) byte[] payload,
            @ForAll @IntRange(max = 1_000_000) int place) {
        StoredEvent e = event(metadata, payload);
        List<UnaryOperator<StoredEvent>> changes = List.of(
                it -> with(it, flipped(it.metadata(), place), it.payload(), it.previousHash(), it.hash()),
                it -> with(it, it.metadata(), flipped(it.payload(), place), it.previousHash(), it.hash()),
                it -> with(it, it.metadata(), it.payload(), flipped(it.previousHash(), place), it.hash()),
                it -> with(it, it.metadata(), it.payload(), it.previousHash(), flipped(it.hash(), place)));
        assertThat(changes).noneMatch(change -> EventHash.holds(change.apply(e)));
    }

    @Test
    void anyOtherFieldIsFound() {
        StoredEvent e = event(bytes("m"), bytes("p"));
        assertThat(EventHash.holds(e)).isTrue();
        assertThat(EventHash.holds(named(e, 8, ID, e.stream(), 3, e.type(), AT)))
                .isFalse();
        assertThat(EventHash.holds(named(e, 7, new UUID(1, 2), e.stream(), 3, e.type(), AT)))
                .isFalse();
        assertThat(EventHash.holds(named(e, 7, ID, "900001/2026-09-07/AM/3B", 3, e.type(), AT)))
                .isFalse();
        assertThat(EventHash.holds(named(e, 7, ID, e.stream(), 4, e.type(), AT)))
                .isFalse();
        assertThat(EventHash.holds(named(e, 7, ID, e.stream(), 3, "marks-added.v1", AT)))
                .isFalse();
        assertThat(EventHash.holds(named(e, 7, ID, e.stream(), 3, e.type(), AT.plusNanos(1_000))))
                .isFalse();
        StoredEvent elsewhere = new StoredEvent(
                7,
                ID,
                new Urn(900_002),
                e.stream(),
                3,
                e.type(),
                AT,
                e.metadata(),
                e.payload(),
                e.previousHash(),
                e.hash());
        assertThat(EventHash.holds(elsewhere)).isFalse();
    }

    /** Without the lengths two different events could have the same bytes in a row. */
    @Property(tries = 100)
    void bytesMovedFromOneFieldToTheNextAreFound(
            @ForAll @Size(min = 1, max = 50) byte[] metadata, @ForAll @Size(max = 50) byte[] payload) {
        StoredEvent e = event(metadata, payload);
        byte[] shorter = Arrays.copyOf(metadata, metadata.length - 1);
        byte[] longer = new byte[payload.length + 1];
        longer[0] = metadata[metadata.length - 1];
        System.arraycopy(payload, 0, longer, 1, payload.length);
        assertThat(EventHash.holds(with(e, shorter, longer, e.previousHash(), e.hash())))
                .isFalse();
    }

    private static StoredEvent event(byte[] metadata, byte[] payload) {
        Urn urn = new Urn(900_001);
        String stream = "900001/2026-09-07/AM/3A";
        byte[] previous = new byte[32];
        byte[] hash = EventHash.of(previous, 7, ID, urn, stream, 3, "register-taken.v1", AT, metadata, payload);
        return new StoredEvent(7, ID, urn, stream, 3, "register-taken.v1", AT, metadata, payload, previous, hash);
    }

    private static StoredEvent with(StoredEvent e, byte[] metadata, byte[] payload, byte[] previous, byte[] hash) {
        return new StoredEvent(
                e.position(),
                e.id(),
                e.urn(),
                e.stream(),
                e.seq(),
                e.type(),
                e.recordedAt(),
                metadata,
                payload,
                previous,
                hash);
    }

    private static StoredEvent named(
            StoredEvent e, long position, UUID id, String stream, long seq, String type, Instant at) {
        return new StoredEvent(
                position, id, e.urn(), stream, seq, type, at, e.metadata(), e.payload(), e.previousHash(), e.hash());
    }

    private static byte[] flipped(byte[] bytes, int place) {
        byte[] other = bytes.clone();
        other[place % other.length] ^= (byte) (1 << (place % 8));
        return other;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
