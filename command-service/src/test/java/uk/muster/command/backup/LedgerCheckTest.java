package uk.muster.command.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.merkle.MerkleHash;
import uk.muster.kernel.merkle.MerkleTree;

/** A copied ledger that is whole holds, and any other does not. */
class LedgerCheckTest {

    private static final Instant NOW = Instant.parse("2026-09-07T08:00:00Z");

    /** Of three schools in turn. */
    private static List<StoredEvent> ledger(int size) {
        List<StoredEvent> events = new ArrayList<>();
        Map<Urn, byte[]> heads = new HashMap<>();
        for (long position = 1; position <= size; position++) {
            Urn urn = new Urn(900_001 + (int) (position % 3));
            byte[] previous = heads.getOrDefault(urn, new byte[EventHash.BYTES]);
            UUID id = new UUID(1, position);
            byte[] hash = EventHash.of(
                    previous, position, id, urn, "s", position, "t.v1", NOW, new byte[] {1}, new byte[] {2});
            events.add(new StoredEvent(
                    position, id, urn, "s", position, "t.v1", NOW, new byte[] {1}, new byte[] {2}, previous, hash));
            heads.put(urn, hash);
        }
        return events;
    }

    private static LedgerCheck checked(List<StoredEvent> events) {
        LedgerCheck check = new LedgerCheck();
        events.forEach(check::next);
        return check;
    }

    private static String note(List<StoredEvent> events, int size) {
        byte[] root = new MerkleTree((height, first, count) -> {
                    List<byte[]> leaves =
                            events.subList((int) (first << height), (int) ((first + count) << height)).stream()
                                    .map(event -> MerkleHash.leaf(event.hash()))
                                    .toList();
                    List<byte[]> nodes = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        nodes.add(MerkleHash.fold(leaves.subList(i << height, (i + 1) << height)));
                    }
                    return nodes;
                })
                .root(size);
        return "muster/ledger\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n\n— muster/ledger x\n";
    }

    @Property(tries = 40)
    void isHeldAgainstTheTreeOfTheCheckpoints(@ForAll @IntRange(min = 1, max = 70) int size) {
        List<StoredEvent> events = ledger(70);
        LedgerCheck check = new LedgerCheck();
        check.expect(note(events, size));
        events.forEach(check::next);
        assertThat(check.checkpoints()).isEqualTo(1);
        assertThat(check.published()).isZero();
    }

    @Property(tries = 40)
    void whatIsLeftOutOrSwappedIsFound(@ForAll @IntRange(min = 0, max = 28) int at) {
        List<StoredEvent> without = ledger(30);
        without.remove(at);
        assertThatThrownBy(() -> checked(without)).hasMessageContaining("leaves out position " + (at + 1));
        List<StoredEvent> swapped = ledger(30);
        swapped.set(at, swapped.set(at + 1, swapped.get(at)));
        assertThatThrownBy(() -> checked(swapped)).isInstanceOf(BackupException.class);
    }

    @Example
    void aCheckpointOfMoreThanThereIsTellsWhatIsLost() {
        List<StoredEvent> events = ledger(20);
        LedgerCheck check = new LedgerCheck();
        check.expect(note(events, 17));
        events.subList(0, 9).forEach(check::next);
        assertThat(check.published()).isEqualTo(17);
        assertThat(check.position()).isEqualTo(9);
    }

    @Example
    void aLedgerThatWentOnInAnotherWayIsNotThePublishedOne() {
        List<StoredEvent> events = ledger(20);
        LedgerCheck check = new LedgerCheck();
        check.expect(note(events, 12).replace("\n12\n", "\n13\n"));
        assertThatThrownBy(() -> events.forEach(check::next)).hasMessageContaining("checkpoint of size 13");
        assertThatThrownBy(() -> check.expect("nothing of the kind")).hasMessageContaining("no checkpoint");
    }
}
