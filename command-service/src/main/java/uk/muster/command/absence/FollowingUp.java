package uk.muster.command.absence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.kernel.absence.FollowUp;
import uk.muster.kernel.event.FollowUpEvent;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.sealing.Sealed;

/** Recording what was found to be due, as facts in the order in which they follow from each other. */
final class FollowingUp {

    private FollowingUp() {}

    /** @param addresses where somebody is written to; empty for whom the school has no address */
    static Decision decide(
            AbsenceRules rules, FollowUp found, Instant now, Function<Recipient, Optional<Sealed>> addresses) {
        List<FollowUpEvent> events = new ArrayList<>();
        found.ended()
                .ifPresent(ending -> events.add(new UnexplainedAbsenceEnded(
                        rules.urn(),
                        rules.pupil(),
                        rules.state().openCase().orElseThrow().entryId(),
                        ending,
                        found.nextAt())));
        Optional<UnexplainedAbsenceOpened> opened = begin(rules, found, events);
        found.cancelled()
                .forEach(each ->
                        events.add(new FollowUpCancelled(rules.urn(), rules.pupil(), each.task(), each.because())));
        found.raised().forEach(each -> raise(rules, each, now, events));
        opened.or(() -> rules.state().openCase())
                .ifPresent(open -> found.told()
                        .forEach(to -> events.add(new NotificationRaised(
                                rules.urn(),
                                rules.pupil(),
                                AbsenceRules.newId(),
                                open.entryId(),
                                to,
                                open.from(),
                                addresses.apply(to).orElse(null)))));
        return new Decision.Accepted(
                events, answer(rules, found), null, rules.school().policyReference());
    }

    private static Optional<UnexplainedAbsenceOpened> begin(
            AbsenceRules rules, FollowUp found, List<FollowUpEvent> events) {
        Optional<UnexplainedAbsenceOpened> lasting = Optional.empty();
        for (FollowUp.Begun begun : found.begun()) {
            UnexplainedAbsenceOpened opened = new UnexplainedAbsenceOpened(
                    rules.urn(), rules.pupil(), AbsenceRules.newId(), begun.from(), found.nextAt());
            events.add(opened);
            if (begun.ending().isPresent()) {
                events.add(new UnexplainedAbsenceEnded(
                        rules.urn(),
                        rules.pupil(),
                        opened.entryId(),
                        begun.ending().get(),
                        found.nextAt()));
            } else {
                lasting = Optional.of(opened);
            }
        }
        return lasting;
    }

    private static void raise(AbsenceRules rules, FollowUp.Raised each, Instant now, List<FollowUpEvent> events) {
        UUID id = AbsenceRules.newId();
        events.add(new FollowUpDue(
                rules.urn(),
                rules.pupil(),
                id,
                each.step(),
                each.kind(),
                each.modality(),
                each.date(),
                each.schoolDay(),
                each.actions(),
                now,
                each.dueAt()));
        each.doneBy().ifPresent(entry -> events.add(new FollowUpDone(rules.urn(), rules.pupil(), id, entry)));
    }

    private static Answer answer(AbsenceRules rules, FollowUp found) {
        boolean open = found.begun().stream().anyMatch(begun -> begun.ending().isEmpty())
                || (rules.state().openCase().isPresent() && found.ended().isEmpty());
        return new LookAgain.Look(Optional.ofNullable(found.nextAt()), open).answer();
    }
}
