package uk.muster.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.testing.MemoryLedger;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

/** However few streams are kept, each fact finds its stream as it was before it. */
class StreamReplaysTest {

    private static final Urn URN = TestLedger.URN;

    @Property(tries = 10)
    void whatWasLetGoIsFoldedAgain(@ForAll @IntRange(max = 3) int kept) {
        TestLedger ledger = new TestLedger();
        ledger.openSchool(URN, TestProfile.JSON);
        ledger.admit(URN, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        for (int day = 2; day < 5; day++) {
            ledger.take(URN + "/2026-09-0" + day + "/AM/4-A", "p1", "N");
        }
        for (int day = 2; day < 5; day++) {
            ledger.amend(URN + "/2026-09-0" + day + "/AM/4-A", "p1", "N", "I");
        }
        ledger.rename(URN, "p1", "Birch", "5");
        assertThat(befores(ledger, kept)).isEqualTo(befores(ledger, Integer.MAX_VALUE));
    }

    private static List<Map<String, Object>> befores(TestLedger ledger, int kept) {
        StreamReplays streams = new StreamReplays(new MemoryLedger(ledger), kept);
        List<Map<String, Object>> befores = new ArrayList<>();
        for (StoredEvent stored : ledger.events()) {
            MusterEvent event = EventTypes.read(stored.type(), stored.payload());
            StreamReplay stream = streams.before(stored, event);
            befores.add(stream.fields());
            stream.take(event, stored.recordedAt());
            streams.after(stored, stream);
        }
        return befores;
    }
}
