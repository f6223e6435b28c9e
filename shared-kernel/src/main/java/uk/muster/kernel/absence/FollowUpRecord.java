package uk.muster.kernel.absence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.event.ThresholdEvent.ThresholdMet;
import uk.muster.kernel.event.ThresholdEvent.ThresholdRetracted;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

/**
 * Puts what was found to be due into facts, in the order in which they follow from each other.
 *
 * @param state what the stream says so far
 * @param now business time
 * @param ids of new entries
 * @param addresses where somebody is written to; without those for whom the school has no address
 */
public record FollowUpRecord(
        Urn urn,
        PupilNumber pupil,
        AbsenceState state,
        Instant now,
        Supplier<UUID> ids,
        Map<Recipient, Sealed> addresses) {

    /** The facts to append; none where looking found nothing new. */
    public List<AbsenceEvent> facts(FollowUp found) {
        Optional<UnexplainedAbsenceOpened> open = state.openCase();
        List<AbsenceEvent> facts = new ArrayList<>();
        if (found.ended().isPresent()) {
            UUID caseId = open.orElseThrow().entryId();
            facts.add(new UnexplainedAbsenceEnded(
                    urn, pupil, caseId, found.ended().get(), found.nextAt()));
        }
        for (FollowUp.Begun begun : found.begun()) {
            UnexplainedAbsenceOpened opened =
                    new UnexplainedAbsenceOpened(urn, pupil, ids.get(), begun.from(), found.nextAt());
            facts.add(opened);
            if (begun.ending().isPresent()) {
                facts.add(new UnexplainedAbsenceEnded(
                        urn, pupil, opened.entryId(), begun.ending().get(), found.nextAt()));
            } else {
                open = Optional.of(opened);
            }
        }
        found.thresholds()
                .retracted()
                .forEach(each -> facts.add(new ThresholdRetracted(
                        urn, pupil, ids.get(), each.threshold(), each.windowId(), London.dateOf(now), each.gone())));
        found.thresholds()
                .met()
                .forEach(each -> facts.add(new ThresholdMet(
                        urn, pupil, ids.get(), each.windowId(), each.effect(), each.sessions(), each.on())));
        found.cancelled().forEach(each -> facts.add(new FollowUpCancelled(urn, pupil, each.task(), each.because())));
        found.raised().forEach(each -> raise(each, facts));
        open.ifPresent(of -> found.told()
                .forEach(to -> facts.add(new NotificationRaised(
                        urn, pupil, ids.get(), of.entryId(), to, of.from(), addresses.get(to)))));
        return facts;
    }

    private void raise(FollowUp.Raised each, List<AbsenceEvent> facts) {
        UUID id = ids.get();
        facts.add(new FollowUpDue(
                urn,
                pupil,
                id,
                each.step(),
                each.kind(),
                each.modality(),
                each.date(),
                each.schoolDay(),
                each.actions(),
                now,
                each.dueAt(),
                each.about()));
        each.doneBy().ifPresent(entry -> facts.add(new FollowUpDone(urn, pupil, id, entry)));
    }
}
