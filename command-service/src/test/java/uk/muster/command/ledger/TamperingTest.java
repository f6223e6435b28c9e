package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

/** Nothing in a chained event can be changed, and no event left out, without its being found. */
class TamperingTest {

    private static final List<StoredEvent> CHAIN = chain();

    private static List<StoredEvent> chain() {
        Group group = new Group(Tip.EMPTY, Map.of(), Map.of(), Set.of(), Instant.parse("2026-09-07T08:00:00.000123Z"));
        LongStream.range(0, 4)
                .mapToObj(seq -> Job.of(Append.of(TestLedger.event(TestLedger.SCHOOL.toString(), seq))))
                .forEach(group::admit);
        return group.events().stream().map(AppendedEvent::stored).toList();
    }

    private static byte[] flip(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        int at = bit % (bytes.length * 8);
        flipped[at / 8] ^= (byte) (1 << at % 8);
        return flipped;
    }

    @Property
    void findsAnyBitFlippedInBytes(
            @ForAll @IntRange(max = 3) int which,
            @ForAll @IntRange(max = 3) int field,
            @ForAll @IntRange(min = 0) int bit) {
        StoredEvent e = CHAIN.get(which);
        StoredEvent changed = new StoredEvent(
                e.position(),
                e.id(),
                e.urn(),
                e.stream(),
                e.seq(),
                e.type(),
                e.recordedAt(),
                field == 0 ? flip(e.metadata(), bit) : e.metadata(),
                field == 1 ? flip(e.payload(), bit) : e.payload(),
                field == 2 ? flip(e.previousHash(), bit) : e.previousHash(),
                field == 3 ? flip(e.hash(), bit) : e.hash());

        assertThat(EventHash.holds(e)).isTrue();
        assertThat(EventHash.holds(changed)).isFalse();
    }

    @Property
    void findsAnyOtherFieldChanged(
            @ForAll @IntRange(max = 3) int which,
            @ForAll @IntRange(max = 5) int field,
            @ForAll @IntRange(min = 1) int by) {
        StoredEvent e = CHAIN.get(which);
        StoredEvent changed = new StoredEvent(
                field == 0 ? e.position() + by : e.position(),
                field == 1 ? new UUID(e.id().getMostSignificantBits() ^ by, e.id().getLeastSignificantBits()) : e.id(),
                field == 2 ? new Urn(123_457 + by % 800_000) : e.urn(),
                field == 3 ? e.stream() + "/" + by : e.stream(),
                field == 4 ? e.seq() + by : e.seq(),
                e.type(),
                field == 5 ? e.recordedAt().plusNanos(by * 1_000L) : e.recordedAt(),
                e.metadata(),
                e.payload(),
                e.previousHash(),
                e.hash());

        assertThat(EventHash.holds(changed)).isFalse();
    }
}
