package uk.muster.command.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.muster.command.retention.RetentionCommand.CertifyDisposal;
import uk.muster.command.retention.RetentionCommand.ConfirmDisposal;
import uk.muster.command.retention.RetentionCommand.PlaceHold;
import uk.muster.command.retention.RetentionCommand.ReleaseHold;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.event.RetentionEvent.HoldKind;
import uk.muster.kernel.event.RetentionEvent.HoldPlaced;
import uk.muster.kernel.event.RetentionEvent.HoldReleased;
import uk.muster.kernel.event.RetentionEvent.KeysDestroyed;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.retention.DisposalPlan.Keys;
import uk.muster.kernel.retention.HeldBecause;

/** Holds and disposals of a school of which a pupil's entries and the staff's were recorded in 2026-27 (reg 7). */
class RetentionAggregateTest {

    private static final Person HEAD = new Person("h-1", "Ines Invented", "Headteacher");
    private static final AcademicYear YEAR = new AcademicYear(2026);
    private static final PupilNumber PUPIL = new PupilNumber("AAAAAAAAAAAAAAAAAAAA");

    private final Scene scene = Scene.of("hcat").at("2033-08-02T09:00:00Z");
    private final List<MusterEvent> facts = new ArrayList<>();

    private Outcome when(RetentionCommand command) {
        Outcome outcome = scene.when(RetentionAggregate.class, facts, command);
        facts.addAll(outcome.events());
        return outcome;
    }

    private static ConfirmDisposal confirm(int seen, Map<PupilNumber, HeldBecause> open) {
        return new ConfirmDisposal(
                Scene.SCHOOL, YEAR, seen, new Keys(Map.of(YEAR, List.of(PUPIL)), List.of(YEAR), open), 6, HEAD);
    }

    private HoldPlaced held(HoldKind kind) {
        return when(new PlaceHold(Scene.SCHOOL, kind, Optional.of(PUPIL), Optional.empty(), "A claim.", HEAD))
                .onlyEvent(HoldPlaced.class);
    }

    @Test
    void aHoldSaysWhyAndWhoInWordsThatAreSealed() {
        HoldPlaced hold = held(HoldKind.LITIGATION);
        assertThat(hold.placedOn()).isEqualTo("2033-08-02");
        assertThat(scene.open(hold.reason())).isEqualTo("A claim.");
        assertThat(scene.person(hold.author())).isEqualTo(HEAD);
    }

    @Test
    void aHoldThatIsNoneOrWasReleasedIsUnknown() {
        UUID hold = held(HoldKind.INQUIRY).holdId();
        ReleaseHold release = new ReleaseHold(Scene.SCHOOL, hold, "It ended.", HEAD);
        when(release).onlyEvent(HoldReleased.class);
        when(release).isRefused("unknown", 404);
    }

    @Test
    void whatAPersonConfirmsIsDestroyed() {
        DisposalConfirmed confirmed = when(confirm(1, Map.of())).onlyEvent(DisposalConfirmed.class);
        assertThat(confirmed.pupils()).containsExactly(PUPIL);
        assertThat(confirmed.staff()).isTrue();
        assertThat(scene.person(confirmed.author())).isEqualTo(HEAD);
        CertifyDisposal certify = new CertifyDisposal(Scene.SCHOOL, confirmed, 2, List.of(PUPIL));
        assertThat(when(certify).onlyEvent(KeysDestroyed.class))
                .isEqualTo(new KeysDestroyed(Scene.SCHOOL, confirmed.disposalId(), YEAR, 2, List.of(PUPIL)));
        when(certify).recordsNothing(200);
    }

    @Test
    void confirmedAgainItGoesOnAndIsNotConfirmedTwice() {
        when(confirm(1, Map.of()));
        when(confirm(1, Map.of())).recordsNothing(200);
    }

    @Test
    void aDayTooEarlyIsRefused() {
        scene.at("2033-08-01T12:00:00Z");
        when(confirm(1, Map.of())).breaksRules("/academicYear");
    }

    @Test
    void anotherNumberThanWasSeenIsRefused() {
        when(confirm(2, Map.of())).isRefused("schedule-changed", 409);
    }

    @Test
    void aHoldThatWasPlacedAMomentBeforeCounts() {
        held(HoldKind.LITIGATION);
        when(confirm(1, Map.of())).isRefused("conflict", 409);
    }

    @Test
    void whatIsOpenIsNotDestroyed() {
        when(confirm(1, Map.of(PUPIL, HeldBecause.OPEN_ABSENCE))).isRefused("conflict", 409);
    }
}
