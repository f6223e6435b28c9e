package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.absence.FollowUpFacts.Deletion;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.FollowUpEvent;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.VulnerabilityFlag;
import uk.muster.kernel.pupil.RollSpell;
import uk.muster.kernel.sealing.Sealed;

/** A pupil's absence lived through in time: marks and entries are recorded, the clock moves, and what falls due is folded back as facts. */
final class AbsenceScenario {

    static final Urn URN = new Urn(900_001);
    static final PupilNumber PUPIL = new PupilNumber("kP3nYw0uVd9-Qb1_ZxAa");

    private final EffectivePolicy policy;
    private final List<Term> terms;
    private final List<Closure> closures = new ArrayList<>();
    private final List<UnplannedClosure> unplanned = new ArrayList<>();
    private final Set<VulnerabilityFlag> flags = EnumSet.noneOf(VulnerabilityFlag.class);
    private final NavigableMap<SessionKey, KnownMark> marks = new TreeMap<>();
    private final AbsenceState state = AbsenceState.nothing();
    private final Map<UUID, FollowUpDue> raised = new LinkedHashMap<>();
    final List<AbsenceEvent> events = new ArrayList<>();
    private final List<CountedSession> elsewhere = new ArrayList<>();
    private CompulsoryAge age = new CompulsoryAge(LocalDate.parse("2021-12-31"), LocalDate.parse("2032-06-25"));
    private boolean onRoll = true;
    private @Nullable Deletion deletion;
    private Map<Recipient, Sealed> addresses =
            Map.of(Recipient.SOCIAL_WORKER, sealed(), Recipient.YOUTH_OFFENDING, sealed());
    private int ids;
    private Instant now;
    private @Nullable Instant next;

    AbsenceScenario(EffectivePolicy policy, LocalDate day) {
        this(
                policy,
                day,
                List.of(
                        new Term("Autumn 1", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-23")),
                        new Term("Autumn 2", LocalDate.parse("2026-11-02"), LocalDate.parse("2026-12-18")),
                        new Term("Spring 1", LocalDate.parse("2027-01-04"), LocalDate.parse("2027-02-12"))));
    }

    AbsenceScenario(EffectivePolicy policy, LocalDate day, List<Term> terms) {
        this.policy = policy;
        this.terms = terms;
        this.now = London.at(day, LocalTime.of(8, 0));
    }

    AbsenceScenario flagged(VulnerabilityFlag... more) {
        flags.addAll(List.of(more));
        return this;
    }

    /** The school has nobody's address. */
    AbsenceScenario withoutAddresses() {
        addresses = Map.of();
        return this;
    }

    AbsenceScenario closed(UnplannedClosure closure) {
        unplanned.add(closure);
        return look();
    }

    AbsenceScenario closed(Closure closure) {
        closures.add(closure);
        return look();
    }

    /** Marks a session as of now. */
    AbsenceScenario mark(String date, SessionHalf half, String code) {
        marks.put(new SessionKey(LocalDate.parse(date), half), new KnownMark(code, now));
        return look();
    }

    AbsenceScenario mark(LocalDate date, String code) {
        mark(date.toString(), SessionHalf.AM, code);
        return mark(date.toString(), SessionHalf.PM, code);
    }

    AbsenceScenario bornOn(String date) {
        age = CompulsoryAge.from(LocalDate.parse(date));
        return this;
    }

    /** A mark of another school; null for one that was imported. */
    AbsenceScenario markElsewhere(String date, SessionHalf half, String code, @Nullable Urn urn) {
        elsewhere.add(new CountedSession(new SessionKey(LocalDate.parse(date), half), code, urn));
        return look();
    }

    AbsenceScenario unmark(String date, SessionHalf half) {
        marks.remove(new SessionKey(LocalDate.parse(date), half));
        return look();
    }

    /** Was on roll until yesterday. */
    AbsenceScenario leave() {
        return leave(1);
    }

    /** Was on roll until some days ago, which is recorded now. */
    AbsenceScenario leave(int daysAgo) {
        onRoll = false;
        deletion = new Deletion(London.dateOf(now).minusDays(daysAgo), now);
        return look();
    }

    /** Records an entry, which does the open tasks of its kind and day, as the command does. */
    AbsenceScenario record(AbsenceEvent entry) {
        List<FollowUpTask> done = new Doing(state).doneBy(entry);
        state.evolve(entry);
        done.forEach(task -> apply(new FollowUpEvent.FollowUpDone(URN, PUPIL, task.id(), entry.entryId())));
        return look();
    }

    UUID newId() {
        return new UUID(0, ++ids);
    }

    Instant now() {
        return now;
    }

    /** Moves the clock through every instant at which something falls due. */
    AbsenceScenario until(String date, String time) {
        Instant target = London.at(LocalDate.parse(date), LocalTime.parse(time));
        look();
        while (next != null && !next.isAfter(target)) {
            now = next;
            look();
        }
        now = target;
        return look();
    }

    /** Moves the clock without a look on the way, as if the service had been down. */
    AbsenceScenario downUntil(String date, String time) {
        now = London.at(LocalDate.parse(date), LocalTime.parse(time));
        return look();
    }

    AbsenceScenario look() {
        FollowUp followUp = FollowUp.of(facts());
        for (SessionKey session : followUp.settle()) {
            marks.put(session, new KnownMark("O", marks.get(session).knownAt()));
        }
        new FollowUpRecord(URN, PUPIL, state, now, this::newId, addresses)
                .facts(followUp)
                .forEach(this::apply);
        next = followUp.nextAt();
        FollowUp again = FollowUp.of(facts());
        if (!again.isNothing()) {
            throw new AssertionError("Looking again is not to change anything: " + again);
        }
        return this;
    }

    private void apply(AbsenceEvent event) {
        events.add(event);
        if (event instanceof FollowUpDue due) {
            raised.put(due.entryId(), due);
        }
        state.evolve(event);
    }

    private FollowUpFacts facts() {
        NavigableMap<SessionKey, KnownMark> counted = new TreeMap<>();
        marks.forEach((session, mark) -> {
            if (KnownMark.isKept(mark.code())) {
                counted.put(session, mark);
            }
        });
        LocalDate from = Optional.ofNullable(
                        marks.isEmpty() ? null : marks.firstKey().date())
                .orElse(null);
        return new FollowUpFacts(
                state,
                new PupilMarks(counted, marks, from),
                calendars(),
                policy,
                flags,
                addresses.keySet(),
                "5",
                onRoll,
                Optional.ofNullable(deletion),
                new FollowUpFacts.Child(
                        URN, age, List.of(new RollSpell(LocalDate.parse("2020-09-01"), null, null)), elsewhere),
                now);
    }

    SchoolCalendars calendars() {
        return SchoolCalendars.of(
                List.of(new SchoolCalendar(AcademicYear.parse("2026-27"), terms, closures)), unplanned);
    }

    AbsenceState state() {
        return state;
    }

    /** What the register says of a session. */
    String code(String date, SessionHalf half) {
        return marks.get(new SessionKey(LocalDate.parse(date), half)).code();
    }

    /** Every task of a step. */
    List<FollowUpTask> tasks(String step) {
        return state.tasks().stream().filter(task -> task.step().equals(step)).toList();
    }

    FollowUpTask task(String step) {
        List<FollowUpTask> all = tasks(step);
        if (all.size() != 1) {
            throw new AssertionError(step + ": " + all);
        }
        return all.getFirst();
    }

    /** The steps that were raised for a school day of the case, in the order of their raising. */
    List<String> stepsOn(LocalDate day) {
        return raised.values().stream()
                .filter(due -> due.date().equals(day))
                .map(FollowUpDue::step)
                .toList();
    }

    FollowUpDue due(String step) {
        return raised.values().stream()
                .filter(due -> due.step().equals(step))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new AssertionError("There is no " + step + "."));
    }

    static Sealed sealed() {
        return new Sealed("1.2s.author-in-a-box.author_commitment");
    }

    /** The pupil's school days of the first days of a case. */
    List<LocalDate> schoolDays(LocalDate from, int count) {
        return calendars().schoolDays(from, from.plusMonths(4)).subList(0, count);
    }
}
