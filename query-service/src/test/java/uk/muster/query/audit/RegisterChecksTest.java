package uk.muster.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.query.audit.RegisterChecks.Found;
import uk.muster.query.testing.TestLedger;

/** What the hashes of a register's stored facts show, and what they do not. */
class RegisterChecksTest {

    private static final String REGISTER = TestLedger.URN + "/2026-09-14/AM/4-A";

    private final TestLedger ledger = new TestLedger();
    private final StoredEvent taken = ledger.take(REGISTER, "p1", "N");
    private final StoredEvent between = ledger.take(TestLedger.URN + "/2026-09-14/PM/4-A", "p1", "N");
    private final StoredEvent amended = ledger.amend(REGISTER, "p1", "N", "I");

    @Test
    void whatWasRecordedHolds() {
        assertThat(RegisterChecks.found(List.of(taken, amended), null)).isEqualTo(new Found(2, List.of(), 0, null));
    }

    @Test
    void aCheckpointCoversWhatLiesWithinIt() {
        assertThat(RegisterChecks.found(List.of(taken, amended), between.position())
                        .covered())
                .isEqualTo(1);
        assertThat(RegisterChecks.found(List.of(taken, amended), amended.position())
                        .covered())
                .isEqualTo(2);
    }

    @Test
    void whatWasAlteredDoesNotHold() {
        byte[] altered = new String(taken.payload(), StandardCharsets.UTF_8)
                .replace("N", "/")
                .getBytes(StandardCharsets.UTF_8);
        StoredEvent forged = new StoredEvent(
                taken.position(),
                taken.id(),
                taken.urn(),
                taken.stream(),
                taken.seq(),
                taken.type(),
                taken.recordedAt(),
                taken.metadata(),
                altered,
                taken.previousHash(),
                taken.hash());
        assertThat(RegisterChecks.found(List.of(forged, amended), null).broken())
                .containsExactly(taken.position());
    }

    @Test
    void whatWasTakenOutLeavesAGap() {
        assertThat(RegisterChecks.found(List.of(amended), null).broken()).containsExactly(amended.position());
    }

    @Test
    void whatStandsInAnotherOrderDoesNotFollow() {
        assertThat(RegisterChecks.found(List.of(amended, taken), null).broken())
                .containsExactly(amended.position(), taken.position());
    }
}
