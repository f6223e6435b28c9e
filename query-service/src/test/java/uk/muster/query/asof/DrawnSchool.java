package uk.muster.query.asof;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.SchoolEvent.Phase;
import uk.muster.kernel.event.SchoolEvent.SchoolDetails;
import uk.muster.kernel.event.SchoolEvent.SchoolDetailsChanged;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.testing.TestFollowUp;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

/** A school of a trust with three pupils, to which one thing after another happens, drawn at random and recorded on the day or later. */
final class DrawnSchool {

    static final List<String> PUPILS = List.of("p1", "p2", "p3");
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final Term TERM = new Term("Autumn 1", FIRST, LocalDate.of(2026, 10, 23));
    private static final List<String> CODES = List.of("/", "L", "U", "N", "O", "O", "I", "X", "D", "Y1");
    private static final List<String> PROFILES = List.of("national-baseline", "hcat");

    private final TestLedger ledger;
    private final Urn urn;
    private final Random random;
    private final Map<String, List<String>> entries = new HashMap<>();
    private final List<UUID> attempts = new ArrayList<>();
    private final List<UUID> tasks = new ArrayList<>();
    private Instant now = Instant.parse("2026-09-01T06:00:00Z");

    DrawnSchool(TestLedger ledger, Urn urn, Random random) {
        this.ledger = ledger;
        this.urn = urn;
        this.random = random;
        ledger.at(now).openSchool(urn, TestProfile.JSON, trusts(urn).getFirst());
        PUPILS.forEach(pupil -> ledger.admit(urn, pupil, "Ash" + pupil, "4-A", FIRST));
    }

    /** Two trusts that no other school names. */
    static List<String> trusts(Urn urn) {
        return List.of("first-trust-" + urn, "second-trust-" + urn);
    }

    /** One more thing happens, minutes or days after the last. */
    void happen() {
        now = now.plus(Duration.ofMinutes(random.nextInt(3 * 24 * 60) + 10));
        ledger.at(now);
        LocalDate today = London.dateOf(now);
        LocalDate date = FIRST.plusDays(random.nextInt((int) (today.toEpochDay() - FIRST.toEpochDay()) + 1));
        String pupil = draw(PUPILS);
        switch (random.nextInt(16)) {
            case 0 -> ledger.move(urn, pupil, random.nextBoolean() ? "4-B" : "4-A", date);
            case 1 -> ledger.close(urn, date, SessionHalf.PM, UnplannedClosure.Extent.WHOLE);
            case 2 ->
                ledger.publish(
                        urn,
                        List.of(TERM),
                        random.nextBoolean() ? List.of() : List.of(new Closure(date, ClosureKind.INSET, null)));
            case 3 -> ledger.rename(urn, pupil, draw(List.of("Birch", "Rowan")), draw(List.of("4", "5")));
            case 4 -> ledger.follow(urn, TestProfile.of(draw(PROFILES)));
            case 5 -> joinTrust(draw(trusts(urn)));
            case 6 -> followUp(pupil, today);
            default -> enter(date, pupil);
        }
    }

    private void joinTrust(String trust) {
        ledger.school(new SchoolDetailsChanged(urn, new SchoolDetails("Elm Road", "919", Phase.PRIMARY, trust)));
    }

    private void followUp(String pupil, LocalDate today) {
        TestFollowUp of = ledger.followUp(urn, "p1");
        if (tasks.isEmpty()) {
            tasks.add(of.due("d1-call", TaskKind.CONTACT, today, 1, now.plus(Duration.ofHours(2)), "phone_call"));
        } else if (attempts.isEmpty()) {
            attempts.add(of.attempt(now, Channel.PHONE, Outcome.NO_ANSWER, Purpose.FIRST_DAY));
            of.done(tasks.getFirst(), attempts.getFirst());
        } else if (pupil.equals("p1")) {
            of.correct(attempts.getFirst(), new UUID(11, 1), true);
        } else {
            tasks.add(of.due("d2-visit", TaskKind.VISIT, today, 2, now.plus(Duration.ofHours(2)), "home_visit"));
            of.cancel(tasks.getLast(), Lapse.LEFT);
        }
    }

    private void enter(LocalDate date, String pupil) {
        boolean isWeekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        Optional<GroupId> group = state(pupil).groupOn(date);
        if (isWeekend || group.isEmpty()) {
            return;
        }
        String register = urn + "/" + date + "/" + (random.nextBoolean() ? "AM" : "PM") + "/" + group.get();
        List<String> entered = entries.get(register);
        if (entered == null) {
            entries.put(register, new ArrayList<>(List.of(pupil)));
            ledger.take(register, pupil, draw(CODES));
        } else if (entered.contains(pupil)) {
            ledger.amend(register, pupil, "N", draw(CODES));
        } else if (random.nextBoolean()) {
            entered.add(pupil);
            ledger.arrive(register, pupil, "L", 12);
        } else {
            entered.add(pupil);
            ledger.add(register, pupil, draw(CODES));
        }
    }

    private <T> T draw(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private PupilState state(String pupil) {
        PupilState state = null;
        for (StoredEvent event : ledger.events()) {
            if (event.stream().equals(urn + "/" + TestLedger.numberOf(urn, pupil))) {
                state = PupilState.evolve(state, (PupilEvent) EventTypes.read(event.type(), event.payload()));
            }
        }
        return Objects.requireNonNull(state);
    }
}
