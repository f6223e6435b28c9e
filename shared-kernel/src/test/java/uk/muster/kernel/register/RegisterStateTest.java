package uk.muster.kernel.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.LateArrivalRecorded;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.event.RegisterEvent.MarksAdded;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.register.Entry.Amendment;
import uk.muster.kernel.sealing.Sealed;

/** What a register says is what its facts say, at every instant. */
class RegisterStateTest {

    private static final RegisterId REGISTER = RegisterId.parse("900001/2026-09-07/AM/3A");
    private static final Sealed SEALED = new Sealed("1.1.box.commitment");
    private static final Instant START = Instant.parse("2026-09-07T08:00:00Z");
    private static final List<String> CODES = List.of("/", "L", "N", "I", "O", "U");

    /** A fact and when it was recorded. */
    private record Recorded(RegisterEvent fact, Instant at) {}

    @Test
    void beforeAnyFactNothingWasEntered() {
        assertThat(RegisterState.untaken().isTaken()).isFalse();
        assertThat(RegisterState.untaken().entries()).isEmpty();
    }

    @Test
    void anArrivalAloneLeavesTheRegisterUntaken() {
        RegisterState state = fold(List.of(new Recorded(arrival(pupil(0), "L", 12), START)));
        assertThat(state.isTaken()).isFalse();
        Entry entry = state.entry(pupil(0)).orElseThrow();
        assertThat(entry.origin()).isEqualTo(Entry.Origin.ARRIVAL);
        assertThat(entry.code()).isEqualTo("L");
        assertThat(entry.minutesLate()).isEqualTo(12);
    }

    @Test
    void anArrivalOnAnNChangesNothingUntilItsAmendment() {
        Recorded taken = new Recorded(taken(mark(0, "N")), START);
        Recorded arrived = new Recorded(arrival(pupil(0), "L", 12), START);
        Recorded amended = new Recorded(amendment(0, "N", "L"), START);
        assertThat(fold(List.of(taken, arrived)).entry(pupil(0)).orElseThrow().code())
                .isEqualTo("N");
        assertThat(fold(List.of(taken, arrived, amended))
                        .entry(pupil(0))
                        .orElseThrow()
                        .code())
                .isEqualTo("L");
    }

    @Test
    void aRegisterTakenAfterAnArrivalKeepsTheArrival() {
        RegisterState state = fold(List.of(
                new Recorded(arrival(pupil(0), "L", 12), START),
                new Recorded(taken(mark(0, "N"), mark(1, "/")), START.plusSeconds(60))));
        assertThat(state.entry(pupil(0)).orElseThrow().code()).isEqualTo("L");
        assertThat(state.entry(pupil(1)).orElseThrow().origin()).isEqualTo(Entry.Origin.TAKEN);
        assertThat(state.isTaken()).isTrue();
    }

    @Test
    void pupilsWhoWereMissingAreAdded() {
        RegisterState state = fold(List.of(
                new Recorded(taken(mark(0, "/")), START),
                new Recorded(new MarksAdded(REGISTER, START, SEALED, List.of(mark(1, "N"))), START.plusSeconds(60))));
        assertThat(state.entry(pupil(1)).orElseThrow().origin()).isEqualTo(Entry.Origin.ADDED);
        assertThat(state.entry(pupil(1)).orElseThrow().recordedAt()).isEqualTo(START.plusSeconds(60));
        assertThat(state.taken()).isNotNull().returns(START, RegisterState.Taken::recordedAt);
    }

    @Test
    void anAmendmentWithoutAnEntryIsNoFactOfARegister() {
        assertThatThrownBy(() -> fold(List.of(new Recorded(amendment(0, "N", "I"), START))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theStateOfBeforeIsNotChangedByAFact() {
        RegisterState before = fold(List.of(new Recorded(taken(mark(0, "N")), START)));
        before.evolve(amendment(0, "N", "I"), START.plusSeconds(60));
        assertThat(before.entry(pupil(0)).orElseThrow().code()).isEqualTo("N");
    }

    /** The whole history tells what the register said at any instant, in the precision of microseconds and inclusive. */
    @Property(tries = 300)
    void theFactsRecordedByAnInstantAreWhatTheHistoryTellsOfIt(@ForAll long seed) {
        List<Recorded> facts = history(new Random(seed), 6);
        RegisterState now = fold(facts);
        for (Recorded each : facts) {
            RegisterState then = fold(
                    facts.stream().filter(fact -> !fact.at().isAfter(each.at())).toList());
            assertThat(asOf(now, each.at())).isEqualTo(then.entries());
            assertThat(then.isTaken())
                    .isEqualTo(now.taken() != null && !now.taken().recordedAt().isAfter(each.at()));
        }
    }

    /** Facts about different pupils may be recorded in any order: each entry depends on its own pupil's facts alone. */
    @Property(tries = 300)
    void anEntryDependsOnItsOwnPupilsFactsAlone(@ForAll long seed, @ForAll @IntRange(max = 5) int pupil) {
        List<Recorded> facts = history(new Random(seed), 6);
        List<Recorded> own = new ArrayList<>();
        for (Recorded each : facts) {
            switch (each.fact()) {
                case RegisterTaken e -> own.add(new Recorded(taken(marksOf(pupil, e.marks())), each.at()));
                case MarksAdded e ->
                    own.add(new Recorded(
                            new MarksAdded(REGISTER, e.takenAt(), SEALED, List.of(marksOf(pupil, e.marks()))),
                            each.at()));
                case LateArrivalRecorded e -> keepIf(e.pupil().equals(pupil(pupil)), each, own);
                case MarkAmended e -> keepIf(e.pupil().equals(pupil(pupil)), each, own);
            }
        }
        assertThat(fold(own).entry(pupil(pupil))).isEqualTo(fold(facts).entry(pupil(pupil)));
    }

    @Property(tries = 300)
    void theLastAmendmentStandsAndTheOriginalIsKept(@ForAll long seed) {
        Random random = new Random(seed);
        List<Recorded> facts = new ArrayList<>(List.of(new Recorded(taken(mark(0, "N")), START)));
        String stands = "N";
        int amendments = random.nextInt(8);
        for (int i = 1; i <= amendments; i++) {
            String next = CODES.get(random.nextInt(CODES.size()));
            facts.add(new Recorded(amendment(0, stands, next), START.plusSeconds(i)));
            stands = next;
        }
        Entry entry = fold(facts).entry(pupil(0)).orElseThrow();
        assertThat(entry.original().code()).isEqualTo("N");
        assertThat(entry.code()).isEqualTo(stands);
        assertThat(entry.amendments()).hasSize(amendments);
        String before = "N";
        for (Amendment each : entry.amendments()) {
            assertThat(each.fact().originalCode()).isEqualTo(before);
            before = each.fact().amendedCode();
        }
    }

    /** Facts as they may be recorded: at instants that never go back, and amendments of what stands only. */
    private static List<Recorded> history(Random random, int pupils) {
        List<Recorded> facts = new ArrayList<>();
        Map<Integer, String> stands = new LinkedHashMap<>();
        boolean taken = false;
        Instant at = START;
        for (int i = 0; i < 20; i++) {
            at = at.plusNanos(1_000L * random.nextInt(3));
            int pupil = random.nextInt(pupils);
            String code = CODES.get(random.nextInt(CODES.size()));
            String before = stands.get(pupil);
            if (!taken && random.nextInt(4) == 0) {
                facts.add(new Recorded(taken(missing(random, pupils, stands)), at));
                taken = true;
            } else if (taken && random.nextInt(6) == 0) {
                facts.add(new Recorded(
                        new MarksAdded(REGISTER, at, SEALED, List.of(missing(random, pupils, stands))), at));
            } else if (before == null) {
                facts.add(new Recorded(arrival(pupil(pupil), code, null), at));
                stands.put(pupil, code);
            } else {
                facts.add(new Recorded(amendment(pupil, before, code), at));
                stands.put(pupil, code);
            }
        }
        return facts;
    }

    private static Mark[] missing(Random random, int pupils, Map<Integer, String> stands) {
        List<Mark> marks = new ArrayList<>();
        for (int pupil = 0; pupil < pupils; pupil++) {
            if (!stands.containsKey(pupil) && random.nextBoolean()) {
                String code = CODES.get(random.nextInt(CODES.size()));
                stands.put(pupil, code);
                marks.add(mark(pupil, code));
            }
        }
        return marks.toArray(Mark[]::new);
    }

    private static Map<PupilNumber, Entry> asOf(RegisterState now, Instant at) {
        Map<PupilNumber, Entry> then = new LinkedHashMap<>();
        now.entries().forEach((pupil, entry) -> {
            if (!entry.recordedAt().isAfter(at)) {
                then.put(
                        pupil,
                        new Entry(
                                entry.original(),
                                entry.origin(),
                                entry.recordedAt(),
                                entry.amendments().stream()
                                        .filter(each -> !each.recordedAt().isAfter(at))
                                        .toList()));
            }
        });
        return then;
    }

    private static RegisterState fold(List<Recorded> facts) {
        RegisterState state = RegisterState.untaken();
        for (Recorded each : facts) {
            state = state.evolve(each.fact(), each.at());
        }
        return state;
    }

    private static void keepIf(boolean own, Recorded fact, List<Recorded> facts) {
        if (own) {
            facts.add(fact);
        }
    }

    private static Mark[] marksOf(int pupil, List<Mark> marks) {
        return marks.stream().filter(mark -> mark.pupil().equals(pupil(pupil))).toArray(Mark[]::new);
    }

    private static RegisterTaken taken(Mark... marks) {
        return new RegisterTaken(REGISTER, START, SEALED, List.of(marks));
    }

    private static Mark mark(int pupil, String code) {
        return new Mark(pupil(pupil), code, null, null);
    }

    private static LateArrivalRecorded arrival(PupilNumber pupil, String code, @Nullable Integer minutesLate) {
        return new LateArrivalRecorded(REGISTER, new UUID(0, 1), pupil, code, START, minutesLate, null, null, SEALED);
    }

    private static MarkAmended amendment(int pupil, String from, String to) {
        return new MarkAmended(
                REGISTER, new UUID(0, 2), pupil(pupil), from, to, null, null, SEALED, SEALED, START, false, null);
    }

    private static PupilNumber pupil(int number) {
        return new PupilNumber("pupil--------------" + number);
    }
}
