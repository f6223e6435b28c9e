package uk.muster.command.absence;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.muster.command.absence.AbsenceCommand.AttemptContact;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.identity.Person;

/** Recording an attempt to reach somebody, and marking one that was recorded in error. */
final class AttemptingContact {

    private AttemptingContact() {}

    static Decision decide(AbsenceRules rules, AttemptContact command, UUID entryId) {
        ContactAttempted attempted = new ContactAttempted(
                rules.urn(),
                rules.pupil(),
                entryId,
                command.at(),
                command.channel(),
                command.contactId().map(ContactId::value).orElse(null),
                command.outcome(),
                command.purpose().orElse(null),
                rules.vault().sealOptional(rules.pupil(), command.note()).orElse(null),
                rules.author(command.author()));
        return rules.recordUnlessFuture(
                command.at(), attempted, Map.of("contactEstablished", command.outcome() == Outcome.SPOKE));
    }

    /** @param replacedBy the attempt that is recorded instead */
    static Decision correct(AbsenceRules rules, UUID entryId, AbsenceEntryId replacedBy, Person author) {
        if (rules.state().attempt(entryId).isEmpty()) {
            return Decision.refuse(unknownAttempt());
        }
        EntryCorrected corrected = new EntryCorrected(
                rules.urn(),
                rules.pupil(),
                entryId,
                replacedBy.entryId(),
                !replacedBy.pupil().equals(rules.pupil()),
                rules.author(author));
        return Decision.accept(List.of(corrected), Answer.recorded(Map.of()));
    }

    static Problem unknownAttempt() {
        return Problem.invalid(List.of(
                new Fault("/corrects", "There is no such attempt at this school, or it was corrected before.")));
    }
}
