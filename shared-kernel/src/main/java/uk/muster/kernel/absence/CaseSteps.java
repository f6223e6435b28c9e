package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.FollowUpPolicy.Firing;
import uk.muster.kernel.policy.FollowUpPolicy.Step;
import uk.muster.kernel.policy.Modality;
import uk.muster.kernel.policy.VulnerabilityFlag;

/**
 * The steps of a policy's timeline over an unexplained absence that lasts (first day, prolonged absence): which hold, when they fire and by when
 * they are to be done. A step fires once a case, on the pupil's school day that it names, when that day's register shows the pupil absent or has
 * no mark at its time.
 */
final class CaseSteps {

    static final String DAILY_CONTACT = "daily-contact";

    private final FollowUpFacts facts;
    private final SessionKey from;
    private final DayTimes times;
    private final Instant since;
    private final boolean contact;
    private final boolean history;
    private final LocalDate knownOn;
    private final List<LocalDate> days;

    CaseSteps(FollowUpFacts facts, SessionKey from) {
        this.facts = facts;
        this.from = from;
        this.times = facts.times();
        this.since = London.startOf(from.date());
        this.contact = facts.state().contactSince(since);
        Instant knownAt = facts.marks().find(from).map(KnownMark::knownAt).orElse(facts.now());
        this.history = facts.isHistory(from.date(), knownAt);
        this.knownOn = London.dateOf(knownAt);
        this.days = days();
    }

    boolean hasContact() {
        return contact;
    }

    /** What holds now, whether its time has come or not, up to today. */
    List<Due> due() {
        List<Due> due = new ArrayList<>();
        for (int number = 1; number <= days.size(); number++) {
            LocalDate day = days.get(number - 1);
            if (isAbsentOn(day) && !isReported(day)) {
                due.addAll(dueOn(day, number));
            }
        }
        return due;
    }

    private List<Due> dueOn(LocalDate day, int number) {
        List<Due> due = new ArrayList<>();
        for (Step step : facts.rules().steps()) {
            if (isFor(step) && !isPast(day, number) && holds(step)) {
                firing(step, day, number).ifPresent(at -> due.add(task(step, day, number, at)));
            }
        }
        if (facts.rules().repeatDaily() && number > 1 && !isPast(day, number)) {
            due.add(daily(day, number));
        }
        return due;
    }

    /** History starts no first-day response, and nothing on a day that was over when it became known. */
    private boolean isPast(LocalDate day, int number) {
        return history && (number == 1 || day.isBefore(knownOn));
    }

    private boolean isFor(Step step) {
        return switch (step.scope()) {
            case ALL -> true;
            case VULNERABLE -> facts.flags().stream().anyMatch(facts.rules().vulnerableFlags()::contains);
            case SAFEGUARDING_CONCERN -> facts.flags().contains(VulnerabilityFlag.SAFEGUARDING_CONCERN);
        };
    }

    /** Contact stops what is done for want of it; what is unexplained goes on (G-09). */
    private boolean holds(Step step) {
        return switch (step.condition()) {
            case UNEXPLAINED -> true;
            case NO_CONTACT, NO_CONTACT_AND_UNEXPLAINED -> !contact;
            case NO_CONTACT_AFTER_VISIT ->
                !contact && facts.state().firstFailedVisit(since).isPresent();
            case NO_CONTACT_CONCERN_REMAINS ->
                !contact && facts.state().concernSince(since).isPresent();
        };
    }

    /** When the step fires if that is its day. */
    private Optional<Instant> firing(Step step, LocalDate day, int number) {
        if (step.firing() == Firing.EVENT) {
            return event(step, day, number);
        }
        boolean itsDay = step.firing() == Firing.DAILY ? number >= step.atDay() : number == step.atDay();
        return itsDay ? Optional.of(timed(step.firing(), day)) : Optional.empty();
    }

    private Instant timed(Firing firing, LocalDate day) {
        return switch (firing) {
            case CALL_WINDOW_START -> times.callsBegin(day);
            case CALL_WINDOW_END -> times.callsEnd(day);
            case AM_REGISTER_CLOSE, DAILY -> times.morningCloses(day);
            case DAY_END -> times.afternoonCloses(day);
            case SAME_DAY, EVENT -> times.morningOpens(day);
        };
    }

    /** The moment the condition holds; what is for want of contact at the first attempt that fails, else when the calls are over. */
    private Optional<Instant> event(Step step, LocalDate day, int number) {
        return switch (step.condition()) {
            case UNEXPLAINED -> number == step.atDay() ? Optional.of(times.morningOpens(day)) : Optional.empty();
            case NO_CONTACT, NO_CONTACT_AND_UNEXPLAINED ->
                number == step.atDay()
                        ? Stream.concat(facts.state().firstFailedAttempt(day).stream(), Stream.of(times.callsEnd(day)))
                                .min(Instant::compareTo)
                        : Optional.empty();
            case NO_CONTACT_AFTER_VISIT -> onItsDay(facts.state().firstFailedVisit(since), step, number);
            case NO_CONTACT_CONCERN_REMAINS -> onItsDay(facts.state().concernSince(since), step, number);
        };
    }

    /** Such a step belongs to the day on which it came to hold, which is never before the day that it names. */
    private Optional<Instant> onItsDay(Optional<Instant> held, Step step, int number) {
        return held.filter(at -> {
            LocalDate on = London.dateOf(at);
            int of = (int) days.stream().filter(each -> !each.isAfter(on)).count();
            return number == Math.max(step.atDay(), of);
        });
    }

    private Due task(Step step, LocalDate day, int number, Instant firesAt) {
        boolean byEvent = step.firing() == Firing.EVENT;
        TaskKind kind = TaskKinds.of(step.actions());
        Instant end = kind == TaskKind.CONTACT && !beganLater(day) ? times.callsEnd(day) : times.ends(day);
        return new Due(
                step.id(),
                kind,
                step.modality(),
                day,
                number,
                step.actions(),
                firesAt,
                byEvent && firesAt.isAfter(end) ? endAfter(day, firesAt) : end,
                day,
                day,
                byEvent ? Instant.MAX : entriesFrom(day));
    }

    private Due daily(LocalDate day, int number) {
        return new Due(
                DAILY_CONTACT,
                TaskKind.CONTACT,
                Modality.MUST,
                day,
                number,
                List.of("phone_call"),
                times.callsBegin(day),
                times.callsEnd(day),
                day,
                day,
                entriesFrom(day));
    }

    /** What comes to hold after its day's end is to be done by the end of the next school day. */
    private Instant endAfter(LocalDate day, Instant firesAt) {
        return firesAt.isAfter(times.ends(day))
                ? facts.calendars().nextSchoolDay(day, 1).map(times::ends).orElse(times.ends(day))
                : times.ends(day);
    }

    /** Whether the absence began in the afternoon of that day, when the calls of the morning were over. */
    private boolean beganLater(LocalDate day) {
        return day.equals(from.date()) && from.half() == SessionHalf.PM;
    }

    private Instant entriesFrom(LocalDate day) {
        return beganLater(day) ? times.afternoonOpens(day) : London.startOf(day);
    }

    /** The pupil's school days of the case up to today: days of the calendar on which they were expected (G-03). */
    private List<LocalDate> days() {
        return facts.calendars().schoolDays(from.date(), facts.today()).stream()
                .filter(this::isExpectedOn)
                .toList();
    }

    private boolean isExpectedOn(LocalDate day) {
        return sessions(day)
                .anyMatch(session -> facts.marks()
                        .find(session)
                        .filter(mark -> mark.meaning() == KnownMark.Meaning.NOT_EXPECTED)
                        .isEmpty());
    }

    /**
     * The first session of the day that says anything shows the pupil absent, or none says anything: a register that is missing is no sign of
     * life. Only while history is being recorded it means nothing, for the next register may be on its way.
     */
    boolean isAbsentOn(LocalDate day) {
        return sessions(day)
                .filter(session -> session.compareTo(from) >= 0)
                .flatMap(session -> facts.marks().find(session).stream())
                .map(KnownMark::meaning)
                .filter(meaning -> meaning != KnownMark.Meaning.NOT_EXPECTED)
                .findFirst()
                .map(meaning -> meaning == KnownMark.Meaning.UNEXPLAINED || meaning == KnownMark.Meaning.NOT_ACCEPTED)
                .orElse(!history || day.isAfter(knownOn));
    }

    private Stream<SessionKey> sessions(LocalDate day) {
        return Stream.of(SessionHalf.values())
                .map(half -> new SessionKey(day, half))
                .filter(facts.calendars()::isOpen);
    }

    /** Whether somebody told the school of this day: of the days of the report, or of those up to when it was made. */
    boolean isReported(LocalDate day) {
        return facts.state().reports().stream().anyMatch(report -> covers(report, day));
    }

    private boolean covers(AbsenceReported report, LocalDate day) {
        if (day.isBefore(report.from())) {
            return false;
        }
        LocalDate back = report.expectedReturn();
        if (back != null) {
            return day.isBefore(back) || day.equals(report.from());
        }
        LocalDate last = London.dateOf(report.receivedAt());
        return !facts.rules().reportsEveryDay() || !day.isAfter(last.isAfter(report.from()) ? last : report.from());
    }

    /** Who is to be told, and when (HCAT-115, KTS-50): at the close of the register, for only then is a reason wanting. */
    Set<Recipient> told() {
        Set<Recipient> told = new HashSet<>();
        if (!history && isAbsentOn(from.date()) && !isReported(from.date())) {
            if (facts.rules().socialWorkerTold() && facts.flags().contains(VulnerabilityFlag.SOCIAL_WORKER)) {
                told.add(Recipient.SOCIAL_WORKER);
            }
            if (facts.rules().youthOffendingTold() && facts.flags().contains(VulnerabilityFlag.YOUTH_JUSTICE)) {
                told.add(Recipient.YOUTH_OFFENDING);
            }
        }
        return told;
    }

    Instant tellFrom() {
        return times.morningCloses(from.date());
    }

    /** When the case will have to be looked at again: the next instant at which one of its steps may fire. */
    Optional<Instant> next() {
        int number = days.size();
        List<LocalDate> later = new ArrayList<>();
        LocalDate today = facts.today();
        if (number > 0 && days.getLast().equals(today)) {
            later.add(today);
            number--;
        }
        facts.calendars()
                .nextSchoolDay(today, 1)
                .ifPresent(first -> later.addAll(facts.calendars().schoolDays(first, first.plusYears(1))));
        int last = facts.rules().steps().stream().mapToInt(Step::atDay).max().orElse(1);
        for (LocalDate day : later) {
            number++;
            Optional<Instant> next = nextOn(day, number);
            if (next.isPresent()) {
                return next;
            }
            if (number > last && !facts.rules().repeatDaily()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> nextOn(LocalDate day, int number) {
        Stream<Instant> steps = facts.rules().steps().stream()
                .filter(this::isFor)
                .filter(step -> step.firing() == Firing.DAILY ? number >= step.atDay() : number == step.atDay())
                .map(step -> step.firing() == Firing.EVENT ? times.callsEnd(day) : timed(step.firing(), day));
        Stream<Instant> daily =
                facts.rules().repeatDaily() && number > 1 ? Stream.of(times.callsBegin(day)) : Stream.empty();
        Stream<Instant> told = number == 1 && !told().isEmpty() ? Stream.of(tellFrom()) : Stream.empty();
        return Stream.of(steps, daily, told)
                .flatMap(each -> each)
                .filter(at -> at.isAfter(facts.now()))
                .min(Instant::compareTo);
    }
}
