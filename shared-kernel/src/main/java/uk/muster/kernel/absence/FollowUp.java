package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.FollowUpEvent.Ending;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.Modality;

/**
 * What is to be recorded about the following up of a pupil's absence now: the difference between what is due, which follows from the registers, the
 * calendar, the policy and what was done, and what the stream already says is due. Looking again changes nothing, and a later change of any of
 * these cancels what has lost its basis and opens what should have been open.
 *
 * @param settle sessions whose {@code N} becomes {@code O} now (reg 10(9))
 * @param ended how the open case ended, if it did
 * @param begun cases that begin, in order; those with an ending are over already
 * @param cancelled tasks that lost their basis
 * @param raised tasks that fall due now
 * @param told who is to be told in the open case
 * @param thresholds counts of unauthorised absence that were reached, or are no longer
 * @param nextAt when to look again; null when nothing falls due by time alone
 */
public record FollowUp(
        List<SessionKey> settle,
        Optional<Ending> ended,
        List<Begun> begun,
        List<Cancelled> cancelled,
        List<Raised> raised,
        Set<Recipient> told,
        Thresholds thresholds,
        @Nullable Instant nextAt) {

    /** A case that begins. */
    public record Begun(SessionKey from, Optional<Ending> ending) {}

    /** A task that lost its basis. */
    public record Cancelled(UUID task, Lapse because) {}

    /**
     * A task that falls due.
     *
     * @param schoolDay the number of its day
     * @param dueAt the latest time to act
     * @param doneBy the entry that did it before it fell due, if one did
     * @param about the entry that it is about; null where it is about the absence
     */
    public record Raised(
            String step,
            TaskKind kind,
            Modality modality,
            LocalDate date,
            int schoolDay,
            List<String> actions,
            Instant dueAt,
            Optional<UUID> doneBy,
            @Nullable UUID about) {}

    /** Whether there is nothing to record. */
    public boolean isNothing() {
        return settle.isEmpty()
                && ended.isEmpty()
                && begun.isEmpty()
                && cancelled.isEmpty()
                && raised.isEmpty()
                && told.isEmpty()
                && thresholds.isNothing();
    }

    /** What follows from the facts. */
    public static FollowUp of(FollowUpFacts before) {
        ReasonDeadlines reasons = ReasonDeadlines.of(before);
        FollowUpFacts facts = before.with(before.marks().settled(reasons.settle()));
        AbsenceState state = facts.state();
        Optional<UnexplainedAbsenceOpened> open = state.openCase();
        List<Episode> episodes = Episode.of(facts.marks(), facts.calendars(), facts.today(), state::hasBegun);
        Optional<SessionKey> lasting = facts.onRoll()
                ? episodes.stream().filter(Episode::lasts).map(Episode::from).findFirst()
                : Optional.empty();
        Optional<Ending> ended = open.map(UnexplainedAbsenceOpened::from)
                .filter(from -> !lasting.equals(Optional.of(from)))
                .map(from -> ending(facts, episodes, from));
        Optional<CaseDays> days = lasting.map(from -> new CaseDays(facts, from));
        Optional<CaseSteps> steps = days.map(each -> new CaseSteps(facts, each));
        Optional<Telling> telling = days.map(each ->
                new Telling(facts, each, open.filter(known -> lasting.equals(Optional.of(known.from())))));
        CountedDays counted = new CountedDays(facts);

        Thresholds thresholds = Thresholds.of(facts);
        List<Due> due = new ArrayList<>(reasons.due());
        due.addAll(new Returns(facts, counted).due());
        due.addAll(new Evidence(facts, counted).due());
        due.addAll(new Reports(facts).callBacks());
        due.addAll(Leaving.of(facts));
        LateLadder lateness = new LateLadder(facts);
        due.addAll(lateness.due());
        due.addAll(thresholds.due());
        NoticeClocks notices = NoticeClocks.of(facts);
        due.addAll(notices.due());
        steps.ifPresent(each -> due.addAll(each.due()));
        telling.ifPresent(each -> due.addAll(each.due()));
        Lapses lapses = new Lapses(days, steps.filter(CaseSteps::hasContact).isPresent(), ended, lateness);
        return new FollowUp(
                reasons.settle(),
                ended,
                begun(state, episodes, lasting),
                cancelled(facts, due, lapses),
                raised(facts, due),
                telling.map(Telling::now).orElse(Set.of()),
                thresholds,
                Stream.of(
                                reasons.coming().stream(),
                                notices.coming().stream(),
                                steps.flatMap(CaseSteps::next).stream(),
                                telling.flatMap(Telling::next).stream())
                        .flatMap(each -> each)
                        .min(Instant::compareTo)
                        .orElse(null));
    }

    private static Ending ending(FollowUpFacts facts, List<Episode> episodes, SessionKey from) {
        if (!facts.onRoll()) {
            return Ending.LEFT;
        }
        Optional<Ending> shown = episodes.stream()
                .filter(episode -> episode.from().equals(from))
                .map(Episode::ending)
                .flatMap(Stream::ofNullable)
                .findFirst();
        return shown.orElseGet(() -> facts.marks()
                .find(from)
                .map(mark -> switch (mark.meaning()) {
                    case EXPLAINED -> Ending.EXPLAINED;
                    case PRESENT ->
                        mark.code().equals("L") || mark.code().equals("U") ? Ending.RETURNED : Ending.CORRECTED;
                    case UNEXPLAINED, NOT_ACCEPTED, NOT_EXPECTED -> Ending.CORRECTED;
                })
                .orElse(Ending.CORRECTED));
    }

    private static List<Begun> begun(AbsenceState state, List<Episode> episodes, Optional<SessionKey> lasting) {
        List<Begun> begun = new ArrayList<>();
        for (Episode episode : episodes) {
            Optional<Ending> ending = Optional.ofNullable(episode.ending());
            if (ending.isPresent() && !state.hasBegun(episode.from())) {
                begun.add(new Begun(episode.from(), ending));
            }
        }
        lasting.filter(from -> state.openCase()
                        .filter(open -> open.from().equals(from))
                        .isEmpty())
                .ifPresent(from -> begun.add(new Begun(from, Optional.empty())));
        return begun;
    }

    private static List<Cancelled> cancelled(FollowUpFacts facts, List<Due> due, Lapses lapses) {
        return facts.state().tasks().stream()
                .filter(task -> task.isOpen() && due.stream().noneMatch(each -> each.isSameAs(task)))
                .filter(task -> !isOfAYearThatIsOver(facts, task))
                .map(task -> new Cancelled(task.id(), lapses.of(task)))
                .toList();
    }

    /** What was counted within an academic year is not counted again when that is over: it stays to be done. */
    private static boolean isOfAYearThatIsOver(FollowUpFacts facts, FollowUpTask task) {
        boolean counted = task.step().startsWith(LateLadder.STEP)
                || Set.of(Returns.UNAUTHORISED, Returns.SICKNESS, Evidence.STEP).contains(task.step());
        return counted && task.date().isBefore(AcademicYear.of(facts.today()).firstDay());
    }

    private static List<Raised> raised(FollowUpFacts facts, List<Due> due) {
        AbsenceState state = facts.state();
        List<Raised> raised = new ArrayList<>();
        for (Due each : due) {
            boolean there = state.tasks().stream().anyMatch(task -> state.stands(task) && each.isSameAs(task));
            if (!there && !each.firesAt().isAfter(facts.now())) {
                raised.add(new Raised(
                        each.step(),
                        each.kind(),
                        each.modality(),
                        each.date(),
                        each.schoolDay(),
                        each.actions(),
                        each.dueAt(),
                        new Doing(state).entryFor(each),
                        each.about()));
            }
        }
        return raised;
    }
}
