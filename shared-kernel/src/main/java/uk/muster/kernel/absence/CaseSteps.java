package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
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
    private final CaseDays days;
    private final DayTimes times;
    private final Instant since;
    private final boolean contact;

    CaseSteps(FollowUpFacts facts, CaseDays days) {
        this.facts = facts;
        this.days = days;
        this.times = facts.times();
        this.since = London.startOf(days.first());
        this.contact = facts.state().contactSince(since);
    }

    boolean hasContact() {
        return contact;
    }

    /** What holds now, whether its time has come or not, up to today. */
    List<Due> due() {
        List<Due> due = new ArrayList<>();
        for (int number = 1; number <= days.all().size(); number++) {
            LocalDate day = days.all().get(number - 1);
            if (days.isAbsentOn(day) && !days.isReported(day)) {
                due.addAll(dueOn(day, number));
            }
        }
        return due;
    }

    private List<Due> dueOn(LocalDate day, int number) {
        List<Due> due = new ArrayList<>();
        for (Step step : facts.rules().steps()) {
            if (isFor(step) && !days.isPast(day, number) && holds(step)) {
                firing(step, day, number).ifPresent(at -> due.add(task(step, day, number, at)));
            }
        }
        if (facts.rules().repeatDaily() && number > 1 && !days.isPast(day, number)) {
            due.add(daily(day, number));
        }
        return due;
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
            int of = (int) days.all().stream().filter(each -> !each.isAfter(on)).count();
            return number == Math.max(step.atDay(), of);
        });
    }

    private Due task(Step step, LocalDate day, int number, Instant firesAt) {
        boolean byEvent = step.firing() == Firing.EVENT;
        TaskKind kind = TaskKinds.of(step.actions());
        Instant end = kind == TaskKind.CONTACT && !days.beganLater(day) ? times.callsEnd(day) : times.ends(day);
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
                byEvent ? Instant.MAX : doneFrom(kind, day));
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

    /** Whoever was told earlier in the case was told (CS-19 "or sooner"). */
    private Instant doneFrom(TaskKind kind, LocalDate day) {
        return kind == TaskKind.NOTIFY ? since : entriesFrom(day);
    }

    private Instant entriesFrom(LocalDate day) {
        return days.beganLater(day) ? times.afternoonOpens(day) : London.startOf(day);
    }

    /** When the case will have to be looked at again: the next instant at which one of its steps may fire. */
    Optional<Instant> next() {
        int number = days.all().size();
        List<LocalDate> later = new ArrayList<>();
        LocalDate today = facts.today();
        if (number > 0 && days.all().getLast().equals(today)) {
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
        return Stream.concat(steps, daily).filter(at -> at.isAfter(facts.now())).min(Instant::compareTo);
    }
}
