package uk.muster.query.sheet;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.attendance.AttendancePage;
import uk.muster.query.attendance.AttendanceReader;
import uk.muster.query.ingest.Feed;
import uk.muster.query.ingest.Progress;
import uk.muster.query.keys.Opener;
import uk.muster.query.keys.SubjectKeys;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.Registers;
import uk.muster.query.school.Schools;
import uk.muster.query.store.Interruptions;
import uk.muster.query.store.LiveProjection;
import uk.muster.query.testing.MemoryKeys;
import uk.muster.query.testing.MemoryStore;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

/** A school with three pupils whose weeks are drawn at random, with sheets that follow and readers that read the registers themselves. */
final class SheetScene implements AutoCloseable {

    static final Urn URN = TestLedger.URN;
    static final List<String> PUPILS = List.of("p1", "p2", "p3");
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final Term TERM = new Term("Autumn 1", FIRST, LocalDate.of(2026, 10, 23));
    private static final List<String> CODES = List.of("/", "L", "U", "N", "O", "I", "X", "D", "Y1");
    private static final int MOST_PUPILS = 1_000;

    final TestLedger ledger = new TestLedger();
    final Interruptions interruptions = new Interruptions();
    private final MemoryStore store = new MemoryStore();
    private final Opener opener = new Opener(new SubjectKeys(ledger.keys, MemoryKeys.MASTER));
    private final LiveProjection live = new LiveProjection(store.client(), "sheets");
    private final InstantSource clock = this::now;
    final Sheets sheets = new Sheets(live, interruptions, clock, MOST_PUPILS);
    final Feed feed = new Feed(live, opener, new Progress(interruptions), sheets);
    private Runnable meanwhile = () -> {};

    SheetScene() {
        ledger.openSchool(URN, TestProfile.JSON);
        PUPILS.forEach(pupil -> ledger.admit(URN, pupil, "Ash", "4-A", FIRST));
        feed.feed(ledger.events());
    }

    /** What happens once, when a sheet has begun to be read and nothing of it was read yet. */
    void whileItIsRead(Runnable action) {
        meanwhile = action;
    }

    private Instant now() {
        Runnable action = meanwhile;
        meanwhile = () -> {};
        action.run();
        return Instant.parse("2026-10-23T16:00:00Z");
    }

    /** Up to five things. */
    void happen(Random random) {
        IntStream.range(0, random.nextInt(6)).forEach(_ -> happenOnce(random));
    }

    private void happenOnce(Random random) {
        LocalDate date = FIRST.plusDays(random.nextInt(20));
        String pupil = PUPILS.get(random.nextInt(PUPILS.size()));
        boolean isWeekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        Optional<GroupId> group = pupil(pupil).groupOn(date);
        if (isWeekend || group.isEmpty()) {
            return;
        }
        String register = URN + "/" + date + "/" + (random.nextBoolean() ? "AM" : "PM") + "/" + group.get();
        String code = CODES.get(random.nextInt(CODES.size()));
        switch (random.nextInt(12)) {
            case 0 -> ledger.move(URN, pupil, random.nextBoolean() ? "4-B" : "4-A", date);
            case 1 -> ledger.close(URN, date, SessionHalf.PM, UnplannedClosure.Extent.WHOLE);
            case 2 ->
                ledger.publish(
                        URN,
                        List.of(TERM),
                        random.nextBoolean() ? List.of() : List.of(new Closure(date, ClosureKind.INSET, null)));
            case 3 -> ledger.rename(URN, pupil, "Birch", "5");
            case 4 -> ledger.arrive(register, pupil, "L", 12);
            case 5 -> ledger.add(register, pupil, code);
            default -> {
                ledger.take(register, pupil, code);
                if (random.nextBoolean()) {
                    ledger.amend(register, pupil, code, CODES.get(random.nextInt(CODES.size())));
                }
            }
        }
    }

    private PupilState pupil(String pupil) {
        PupilState state = null;
        for (StoredEvent event : ledger.events()) {
            if (event.stream().equals(URN + "/" + TestLedger.numberOf(URN, pupil))) {
                state = PupilState.evolve(state, (PupilEvent) EventTypes.read(event.type(), event.payload()));
            }
        }
        return Objects.requireNonNull(state);
    }

    /** A sheet read out of the projection as it is. */
    Sheet afresh() {
        return new Sheets(live, interruptions, clock, MOST_PUPILS).of(URN);
    }

    static Strip strip(Sheet sheet, String pupil) {
        return sheet.pupil(TestLedger.numberOf(URN, pupil)).orElseThrow().strip();
    }

    /** The sessions of a strip as the pupil's own attendance prints them. */
    static List<AttendancePage.Session> sessions(Strip strip) {
        return IntStream.range(0, strip.size())
                .mapToObj(place -> new AttendancePage.Session(
                        strip.session(place).date(),
                        strip.session(place).half(),
                        strip.code(place).symbol(),
                        strip.counts(place)))
                .toList();
    }

    /** What the registers themselves say of a pupil. */
    AttendancePage attendance(String pupil) {
        return new AttendanceReader(
                        new Schools(live::get), new Pupils(live::get, opener), new Registers(live::get), clock, _ -> {})
                .read(URN, new PupilId(pupil), new AcademicYear(2026), Instant.MAX);
    }

    @Override
    public void close() {
        store.close();
    }
}
