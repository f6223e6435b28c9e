package uk.muster.kernel.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.RetentionEvent;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.event.RetentionEvent.HoldKind;
import uk.muster.kernel.event.RetentionEvent.HoldPlaced;
import uk.muster.kernel.event.RetentionEvent.HoldReleased;
import uk.muster.kernel.event.RetentionEvent.KeysDestroyed;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.retention.DisposalPlan.Keys;
import uk.muster.kernel.sealing.Sealed;

/** Which keys may go on which day, and what holds them (reg 7). */
class DisposalPlanTest {

    private static final Urn URN = new Urn(900_001);
    private static final Sealed SEALED = new Sealed("1.1.box.commitment");
    private static final PupilNumber ASH = new PupilNumber("AAAAAAAAAAAAAAAAAAAA");
    private static final PupilNumber BIRCH = new PupilNumber("BBBBBBBBBBBBBBBBBBBB");
    private static final AcademicYear FIRST = new AcademicYear(2025);
    private static final AcademicYear SECOND = new AcademicYear(2026);
    private static final Keys KEYS =
            new Keys(Map.of(FIRST, List.of(BIRCH, ASH), SECOND, List.of(ASH)), List.of(FIRST, SECOND), Map.of());

    private static HoldPlaced hold(HoldKind kind, @Nullable PupilNumber pupil, @Nullable AcademicYear year, String on) {
        return new HoldPlaced(
                URN, new UUID(0, kind.name().hashCode()), kind, pupil, year, LocalDate.parse(on), SEALED, SEALED);
    }

    private static RetentionState after(RetentionEvent... events) {
        RetentionState state = RetentionState.EMPTY;
        for (RetentionEvent event : events) {
            state = state.evolve(event);
        }
        return state;
    }

    private static DisposalPlan first(Keys keys, RetentionEvent... events) {
        return DisposalPlan.schedule(keys, after(events), 6).getFirst();
    }

    @Property
    void everyEntryOfAYearIsKeptItsYearsInFull(
            @ForAll @IntRange(min = 2024, max = 2100) int start,
            @ForAll @IntRange(min = 0, max = 365) int day,
            @ForAll @IntRange(min = 6, max = 25) int years) {
        AcademicYear year = new AcademicYear(start);
        LocalDate recorded = year.firstDay().plusDays(day);
        LocalDate disposable = Retention.disposableOn(year, years);
        // An entry of the last second may be recorded in the first of the next day.
        LocalDate latest = year.contains(recorded) ? recorded.plusDays(1) : recorded;
        assertThat(disposable).isAfterOrEqualTo(latest.plusYears(years));
        assertThat(disposable).isBefore(year.firstDay().plusYears(years + 1).plusDays(2));
    }

    @Example
    void aYearIsDueOnTheSecondOfAugust() {
        assertThat(Retention.disposableOn(FIRST, 6)).isEqualTo("2032-08-02");
        DisposalPlan plan = first(KEYS);
        assertThat(plan.isDue(LocalDate.parse("2032-08-01"))).isFalse();
        assertThat(plan.isDue(LocalDate.parse("2032-08-02"))).isTrue();
        assertThat(plan.pupils()).containsExactly(ASH, BIRCH);
        assertThat(plan.staff()).isTrue();
        assertThat(DisposalPlan.schedule(KEYS, RetentionState.EMPTY, 6))
                .extracting(DisposalPlan::academicYear)
                .containsExactly(FIRST, SECOND);
    }

    @Example
    void aHoldOnAPupilKeepsTheirKeysAndTheStaffOfThoseYears() {
        DisposalPlan plan = first(KEYS, hold(HoldKind.LITIGATION, ASH, null, "2032-07-01"));
        assertThat(plan.pupils()).containsExactly(BIRCH);
        assertThat(plan.held()).containsExactly(Map.entry(HeldBecause.LITIGATION, 1));
        assertThat(plan.staff()).isFalse();
    }

    @Example
    void aHoldOnAYearKeepsThatYearAlone() {
        List<DisposalPlan> schedule =
                DisposalPlan.schedule(KEYS, after(hold(HoldKind.INQUIRY, null, SECOND, "2032-07-01")), 6);
        assertThat(schedule.getFirst().held()).isEmpty();
        assertThat(schedule.getFirst().staff()).isTrue();
        assertThat(schedule.getLast().hasWork()).isFalse();
        assertThat(schedule.getLast().held()).containsExactly(Map.entry(HeldBecause.INQUIRY, 1));
    }

    @Example
    void aHoldOnTheSchoolKeepsEverythingUntilItIsReleased() {
        HoldPlaced placed = hold(HoldKind.INQUIRY, null, null, "2032-07-01");
        assertThat(first(KEYS, placed).hasWork()).isFalse();
        assertThat(first(KEYS, placed, new HoldReleased(URN, placed.holdId(), SEALED, SEALED))
                        .pupils())
                .hasSize(2);
    }

    @Example
    void whySomethingIsHeldStaysReadableAsLongAsItIsHeld() {
        Keys staff = new Keys(Map.of(), List.of(FIRST), Map.of());
        assertThat(first(staff, hold(HoldKind.OTHER, ASH, SECOND, "2026-03-01")).staff())
                .as("its reason was sealed in the year it was placed in")
                .isFalse();
        assertThat(first(staff, hold(HoldKind.OTHER, ASH, SECOND, "2026-09-01")).staff())
                .isTrue();
    }

    @Example
    void whatIsOpenIsHeldByItself() {
        Keys open = new Keys(KEYS.pupils(), KEYS.staff(), Map.of(BIRCH, HeldBecause.OPEN_PENALTY));
        assertThat(first(open).pupils()).containsExactly(ASH);
        assertThat(first(open).held()).containsExactly(Map.entry(HeldBecause.OPEN_PENALTY, 1));
    }

    @Example
    void aDisposalIsUnfinishedUntilItIsCertified() {
        UUID id = new UUID(1, 1);
        DisposalConfirmed confirmed = new DisposalConfirmed(URN, id, FIRST, 6, List.of(ASH), true, SEALED);
        assertThat(after(confirmed).unfinished()).contains(confirmed);
        RetentionState certified = after(confirmed, new KeysDestroyed(URN, id, FIRST, 2, List.of(ASH)));
        assertThat(certified.unfinished()).isEmpty();
        assertThat(certified.carriedOut()).containsExactly(confirmed);
    }
}
