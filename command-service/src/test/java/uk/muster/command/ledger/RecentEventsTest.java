package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

class RecentEventsTest {

    private static final int KEPT = 2_048;

    private final RecentEvents recent = new RecentEvents();

    @Test
    void thereIsNothingAtFirst() {
        assertThat(recent.after(0, 10)).isEmpty();
    }

    @Test
    void whatAnotherInstanceWroteInBetweenIsNotPassedOver() {
        commit(1, 5);
        recent.begin(7);
        assertThat(recent.after(4, 10)).as("5 was known, 6 and 7 are not").isEmpty();
        commit(8, 9);

        assertThat(recent.after(4, 10)).isEmpty();
        assertThat(recent.after(6, 10)).isEmpty();
        assertThat(positions(recent.after(7, 10))).containsExactly(8L, 9L);
    }

    @Test
    void whatItWasNotToldOfIsNotPassedOver() {
        commit(1, 5);
        commit(8, 9);
        assertThat(recent.after(4, 10)).isEmpty();
        assertThat(positions(recent.after(7, 10))).containsExactly(8L, 9L);
    }

    @Property(tries = 200)
    void theNextEventsAreThereWholeOrNotAtAll(
            @ForAll @LongRange(min = 0, max = 5_000) long start,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 2_500) Integer> groups,
            @ForAll @IntRange(min = -10, max = 3_000) int behind,
            @ForAll @IntRange(min = 1, max = 600) int limit) {
        RecentEvents recent = new RecentEvents();
        long last = start;
        for (int group : groups) {
            recent.afterCommit(events(last + 1, last + group));
            last += group;
        }
        long position = Math.max(0, last - behind);
        boolean isKept = position < last && position >= start && last - position <= KEPT;

        assertThat(positions(recent.after(position, limit)))
                .isEqualTo(
                        isKept
                                ? LongStream.rangeClosed(position + 1, Math.min(last, position + limit))
                                        .boxed()
                                        .toList()
                                : List.of());
    }

    private void commit(long first, long last) {
        recent.afterCommit(events(first, last));
    }

    private static List<AppendedEvent> events(long first, long last) {
        MusterEvent event = new SchoolEvent.SchoolDetailsChanged(
                new Urn(100_001), new SchoolEvent.SchoolDetails("Ash Green", "301", SchoolEvent.Phase.PRIMARY, null));
        NewEvent template = TestLedger.event("100001", 0);
        byte[] hash = new byte[EventHash.BYTES];
        return LongStream.rangeClosed(first, last)
                .mapToObj(position -> new AppendedEvent(
                        new StoredEvent(
                                position,
                                template.id(),
                                template.urn(),
                                template.stream(),
                                position,
                                template.type(),
                                Instant.EPOCH,
                                template.metadata(),
                                template.payload(),
                                hash,
                                hash),
                        event))
                .toList();
    }

    private static List<Long> positions(List<AppendedEvent> events) {
        return events.stream().map(event -> event.stored().position()).toList();
    }
}
