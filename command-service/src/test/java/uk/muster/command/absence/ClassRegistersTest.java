package uk.muster.command.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import uk.muster.command.absence.ClassRegisters.Asked;
import uk.muster.command.absence.ClassRegisters.Said;
import uk.muster.command.ledger.AppendedEvent;
import uk.muster.kernel.absence.KnownMark;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.LateArrivalRecorded;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.event.RegisterEvent.MarksAdded;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.register.RegisterState;
import uk.muster.kernel.sealing.Sealed;

/** Whatever is committed, by whichever instance and whenever it is asked for, what is kept says what the ledger says. */
class ClassRegistersTest {

    private static final Urn URN = new Urn(123_456);
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 7);
    private static final int DAYS = 4;
    private static final LocalDate TODAY = FIRST.plusDays(DAYS - 1);
    private static final List<GroupId> GROUPS = List.of(new GroupId("3A"), new GroupId("3B"));
    private static final List<PupilNumber> PUPILS = List.of(number(1), number(2), number(3));
    private static final List<String> CODES = List.of("/", "N", "I", "C1", "L");
    private static final Sealed NOBODY = new Sealed("s");

    private final Map<String, List<StoredEvent>> streams = new HashMap<>();
    private final ClassRegisters classes = new ClassRegisters(() -> this.head);
    private long head;
    private boolean elsewhere;

    private static PupilNumber number(int n) {
        return new PupilNumber("%020d".formatted(n));
    }

    @Property(tries = 300)
    void saysWhatTheLedgerSays(@ForAll long seed) {
        ClassRegistersTest ledger = new ClassRegistersTest();
        Random random = new Random(seed);
        List<Runnable> late = new ArrayList<>();
        ledger.classes.begin(0);
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(10)) {
                case 0 -> ledger.commitElsewhere(random);
                case 1, 2 -> late.add(ledger.askAndAnswerLater(random));
                case 3 -> late.forEach(Runnable::run);
                case 4, 5, 6 -> ledger.commit(random);
                default -> ledger.check(FIRST.plusDays(random.nextInt(DAYS)));
            }
        }
        ledger.check(FIRST);
    }

    @Test
    void whatIsKeptIsNotReadAgain() {
        classes.begin(0);
        RegisterId register = new RegisterId(URN, new SessionKey(FIRST, SessionHalf.AM), GROUPS.getFirst());
        commit(taken(register, "N", "/", "I"));
        assertThat(ask(FIRST).streams()).hasSize(2 * 2 * DAYS);
        check(FIRST);
        assertThat(ask(FIRST).streams()).isEmpty();
        assertThat(ask(FIRST.plusDays(1)).streams()).isEmpty();
        RegisterId next = new RegisterId(URN, new SessionKey(TODAY, SessionHalf.PM), GROUPS.getFirst());
        commit(taken(next, "/", "N", "/"));
        assertThat(ask(FIRST).streams()).as("it follows what is committed").isEmpty();
        commit(amended(register, "I"));
        assertThat(ask(FIRST).streams()).as("but for amendments").containsExactly(register.toString());
        check(FIRST);
        assertThat(ask(FIRST).streams()).isEmpty();
        assertThat(ask(FIRST.minusDays(1)).streams())
                .as("only what is earlier than was read")
                .hasSize(2 * 2);
        check(FIRST.minusDays(1));
        assertThat(ask(FIRST.minusDays(1)).streams()).isEmpty();
        head++;
        assertThat(ask(FIRST).streams()).as("another instance wrote").hasSize(2 * 2 * DAYS);
    }

    @Test
    void aClassThatHasGrownLongKeepsItsLaterHalfAndWhoReadsItLosesNothing() {
        classes.begin(0);
        LocalDate first = FIRST.minusDays(KeptClass.MOST);
        GroupId group = GROUPS.getFirst();
        Asked before = classes.ask(URN, List.of(group), first, TODAY);
        before.answer(Map.of());
        RegisterId of = new RegisterId(URN, new SessionKey(first, SessionHalf.AM), group);
        commit(taken(of, "N", "/", "I"));
        Asked reading = classes.ask(URN, List.of(group), first, TODAY);
        for (int n = 1; n <= KeptClass.MOST; n++) {
            commit(taken(
                    new RegisterId(
                            URN,
                            new SessionKey(first.plusDays(n / 2), n % 2 == 0 ? SessionHalf.AM : SessionHalf.PM),
                            group),
                    "/",
                    "/",
                    "/"));
        }
        assertThat(reading.answer(Map.of()).of(group, of.session(), PUPILS.getFirst()))
                .isPresent();
        assertThat(classes.ask(URN, List.of(group), first, TODAY).streams()).isNotEmpty();
        assertThat(classes.ask(URN, List.of(group), first.plusDays(KeptClass.MOST / 2), TODAY)
                        .streams())
                .isEmpty();
    }

    @Test
    void aCommitThatItWasNotToldOfEmptiesIt() {
        classes.begin(0);
        check(FIRST);
        assertThat(ask(FIRST).streams()).isEmpty();
        store(taken(new RegisterId(URN, new SessionKey(FIRST, SessionHalf.AM), GROUPS.getFirst()), "N", "/", "I"));
        commit(taken(new RegisterId(URN, new SessionKey(FIRST, SessionHalf.PM), GROUPS.getFirst()), "N", "/", "I"));
        check(FIRST);
        classes.end();
        assertThat(ask(FIRST).streams()).as("another instance may write").isNotEmpty();
    }

    private Asked ask(LocalDate from) {
        return classes.ask(URN, GROUPS, from, TODAY);
    }

    private Runnable askAndAnswerLater(Random random) {
        Asked asked = ask(FIRST.plusDays(random.nextInt(DAYS)));
        Map<String, List<StoredEvent>> read = read(asked.streams().collect(Collectors.toSet()));
        return () -> asked.answer(read);
    }

    private void check(LocalDate from) {
        Asked asked = ask(from);
        Said said = asked.answer(read(asked.streams().collect(Collectors.toSet())));
        from.datesUntil(TODAY.plusDays(1)).forEach(day -> {
            for (SessionHalf half : SessionHalf.values()) {
                for (GroupId group : GROUPS) {
                    SessionKey session = new SessionKey(day, half);
                    RegisterState truth = RegisterState.fold(
                            streams.getOrDefault(new RegisterId(URN, session, group).toString(), List.of()));
                    for (PupilNumber pupil : PUPILS) {
                        Optional<KnownMark> expected = truth.entry(pupil).map(KnownMark::of);
                        assertThat(said.of(group, session, pupil)).isEqualTo(expected);
                    }
                }
            }
        });
    }

    private Map<String, List<StoredEvent>> read(Set<String> wanted) {
        Map<String, List<StoredEvent>> found = new HashMap<>();
        wanted.stream()
                .filter(streams::containsKey)
                .forEach(stream -> found.put(stream, List.copyOf(streams.get(stream))));
        return found;
    }

    private void commit(Random random) {
        if (elsewhere) {
            classes.begin(head);
            elsewhere = false;
        }
        commit(any(random));
    }

    private void commit(RegisterEvent event) {
        StoredEvent stored = store(event);
        classes.afterCommit(List.of(new AppendedEvent(stored, event)));
        head = stored.position();
    }

    /** From then on this instance commits nothing before it {@linkplain ClassRegisters#begin begins} again. */
    private void commitElsewhere(Random random) {
        head = store(any(random)).position();
        elsewhere = true;
    }

    private long last() {
        return streams.values().stream().mapToLong(List::size).sum();
    }

    private StoredEvent store(RegisterEvent event) {
        String stream = event.register().toString();
        List<StoredEvent> before = streams.computeIfAbsent(stream, _ -> new ArrayList<>());
        long position = Math.max(last(), head) + 1;
        StoredEvent stored = new StoredEvent(
                position,
                UUID.randomUUID(),
                URN,
                stream,
                before.size(),
                EventTypes.nameOf(event),
                Instant.parse("2026-09-07T08:00:00Z").plusSeconds(position),
                "{}".getBytes(StandardCharsets.UTF_8),
                EventTypes.write(event),
                new byte[EventHash.BYTES],
                new byte[EventHash.BYTES]);
        before.add(stored);
        return stored;
    }

    /** The next thing that can happen to some register. */
    private RegisterEvent any(Random random) {
        SessionKey session = new SessionKey(
                FIRST.plusDays(random.nextInt(DAYS)), random.nextBoolean() ? SessionHalf.AM : SessionHalf.PM);
        RegisterId register = new RegisterId(URN, session, GROUPS.get(random.nextInt(GROUPS.size())));
        RegisterState state = RegisterState.fold(streams.getOrDefault(register.toString(), List.of()));
        PupilNumber pupil = PUPILS.get(random.nextInt(PUPILS.size()));
        String code = CODES.get(random.nextInt(CODES.size()));
        Set<PupilNumber> missing = new HashSet<>(PUPILS);
        missing.removeAll(state.entries().keySet());
        if (state.entry(pupil).isPresent()) {
            return amended(register, pupil, state.entry(pupil).get().code(), code);
        }
        if (state.isTaken()) {
            return new MarksAdded(register, Instant.EPOCH, NOBODY, List.of(new Mark(pupil, code, null, null)));
        }
        return random.nextInt(4) == 0
                ? new LateArrivalRecorded(register, UUID.randomUUID(), pupil, "L", Instant.EPOCH, 5, null, null, NOBODY)
                : new RegisterTaken(
                        register,
                        Instant.EPOCH,
                        NOBODY,
                        missing.stream()
                                .filter(each -> each.equals(pupil) || random.nextBoolean())
                                .map(each -> new Mark(each, CODES.get(random.nextInt(CODES.size())), null, null))
                                .toList());
    }

    private static RegisterTaken taken(RegisterId register, String... codes) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            marks.add(new Mark(PUPILS.get(i), codes[i], null, null));
        }
        return new RegisterTaken(register, Instant.EPOCH, NOBODY, marks);
    }

    private static MarkAmended amended(RegisterId register, String code) {
        return amended(register, PUPILS.getFirst(), "N", code);
    }

    private static MarkAmended amended(RegisterId register, PupilNumber pupil, String from, String to) {
        return new MarkAmended(
                register, UUID.randomUUID(), pupil, from, to, null, null, NOBODY, NOBODY, Instant.EPOCH, false, null);
    }
}
