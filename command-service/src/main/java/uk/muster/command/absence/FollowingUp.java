package uk.muster.command.absence;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import uk.muster.command.decision.Decision;
import uk.muster.kernel.absence.FollowUp;
import uk.muster.kernel.absence.FollowUpRecord;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.sealing.Sealed;

/** Recording what a look found to be due. */
final class FollowingUp {

    private FollowingUp() {}

    /** @param addresses where somebody is written to; without those for whom the school has no address */
    static Decision decide(AbsenceRules rules, FollowUp found, Instant now, Map<Recipient, Sealed> addresses) {
        FollowUpRecord record =
                new FollowUpRecord(rules.urn(), rules.pupil(), rules.state(), now, AbsenceRules::newId, addresses);
        boolean open = found.begun().stream().anyMatch(begun -> begun.ending().isEmpty())
                || (rules.state().openCase().isPresent() && found.ended().isEmpty());
        return new Decision.Accepted(
                record.facts(found),
                new LookAgain.Look(Optional.ofNullable(found.nextAt()), open).answer(),
                null,
                rules.school().policyReference());
    }
}
