package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.axonframework.modelling.command.ConcurrencyException;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

/** Whatever is appended together in whatever order: dense numbers, whole appends, unbroken chains. */
class GroupTest {

    private static final Tip TIP = new Tip(41, Instant.parse("2026-09-07T08:00:00Z"));
    private static final Map<String, Long> HEADS = Map.of("100001/a", 2L, "100002/b", 0L);

    /** Appends of one to three events to four streams of two schools; about half of them stale. */
    @Provide
    Arbitrary<List<Append>> appends() {
        Arbitrary<NewEvent> event = Combinators.combine(
                        Arbitraries.of("100001/a", "100001/n", "100002/b", "100002/n"),
                        Arbitraries.longs().between(0, 5))
                .as(TestLedger::event);
        return event.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(events -> Append.of(events.toArray(NewEvent[]::new)))
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 300)
    void acceptsWhatFollowsAndLeavesOutTheRestWhole(@ForAll("appends") List<Append> appends) {
        Group group = new Group(TIP, HEADS, Map.of(), Set.of(), TIP.recordedAt().plusSeconds(1));
        appends.stream().map(Job::of).forEach(group::admit);

        Map<String, Long> heads = new HashMap<>(HEADS);
        List<Append> expected =
                appends.stream().filter(append -> follows(append, heads)).toList();
        assertThat(group.accepted()).extracting(in -> in.job().append()).containsExactlyElementsOf(expected);
        assertThat(group.accepted().size() + group.refused().size()).isEqualTo(appends.size());
        assertThat(group.refused()).allSatisfy(out -> assertThat(out.why()).isInstanceOf(ConcurrencyException.class));

        List<StoredEvent> stored =
                group.events().stream().map(AppendedEvent::stored).toList();
        assertThat(stored)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.range(42, 42 + stored.size()).boxed().toList());
        assertThat(group.tip().position()).isEqualTo(41 + stored.size());
        LedgerWriterTest.assertChained(stored);
        stored.forEach(event -> assertThat(group.chains()).containsKey(event.urn()));
    }

    /** The model: applies the append to the heads if all of it follows. */
    private static boolean follows(Append append, Map<String, Long> heads) {
        Map<String, Long> after = new HashMap<>(heads);
        for (NewEvent event : append.events()) {
            if (event.seq() != after.getOrDefault(event.stream(), -1L) + 1) {
                return false;
            }
            after.put(event.stream(), event.seq());
        }
        heads.putAll(after);
        return true;
    }

    @Property(tries = 50)
    void neverGoesBackInTime(@ForAll("appends") List<Append> appends) {
        Group group = new Group(
                TIP, HEADS, Map.<Urn, byte[]>of(), Set.of(), TIP.recordedAt().minusSeconds(60));
        appends.stream().map(Job::of).forEach(group::admit);

        assertThat(group.events())
                .allSatisfy(event -> assertThat(event.stored().recordedAt()).isEqualTo(TIP.recordedAt()));
        assertThat(group.tip().recordedAt()).isEqualTo(TIP.recordedAt());
    }
}
