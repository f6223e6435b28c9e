package uk.muster.command.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.command.keys.Vault;
import uk.muster.command.retention.RetentionCommand.CertifyDisposal;
import uk.muster.command.retention.RetentionCommand.ConfirmDisposal;
import uk.muster.command.retention.RetentionCommand.PlaceHold;
import uk.muster.command.retention.RetentionCommand.ReleaseHold;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.event.RetentionEvent.HoldPlaced;
import uk.muster.kernel.event.RetentionEvent.HoldReleased;
import uk.muster.kernel.event.RetentionEvent.KeysDestroyed;
import uk.muster.kernel.retention.DisposalPlan;
import uk.muster.kernel.retention.RetentionState;

/** What may be held, and what may be destroyed when. */
final class RetentionDecisions {

    private RetentionDecisions() {}

    /** A hold says why in the school's words, sealed for the school: a pupil's own key may be the one that is due. */
    static Decision place(PlaceHold command, Vault vault, LocalDate today) {
        HoldPlaced placed = new HoldPlaced(
                command.urn(),
                UUID.randomUUID(),
                command.kind(),
                command.pupil().orElse(null),
                command.academicYear().orElse(null),
                today,
                vault.seal(command.urn(), command.reason()),
                vault.sealJson(command.urn(), command.author()));
        return Decision.accept(
                List.of(placed), Answer.recorded(Map.of("id", placed.holdId().toString())));
    }

    static Decision release(RetentionState state, ReleaseHold command, Vault vault) {
        if (!state.holds().containsKey(command.holdId())) {
            return Decision.refuse(Problem.unknown("There is no such hold, or it was released already."));
        }
        HoldReleased released = new HoldReleased(
                command.urn(),
                command.holdId(),
                vault.seal(command.urn(), command.reason()),
                vault.sealJson(command.urn(), command.author()));
        return Decision.accept(
                List.of(released), Answer.recorded(Map.of("id", command.holdId().toString())));
    }

    /** What goes is worked out here, over the holds as they are recorded: one that was placed a moment before still counts. */
    static Decision confirm(RetentionState state, ConfirmDisposal command, Vault vault, LocalDate today) {
        Optional<DisposalConfirmed> unfinished = state.unfinished();
        if (unfinished.isPresent()) {
            return unfinished.get().academicYear().equals(command.academicYear())
                    ? Decision.accept(List.of(), Answer.unchanged(idOf(unfinished.get())))
                    : Decision.refuse(Problem.conflict("The disposal of another year is being carried out."));
        }
        Optional<DisposalPlan> plan = DisposalPlan.schedule(command.keys(), state, command.retentionYears()).stream()
                .filter(each -> each.academicYear().equals(command.academicYear()))
                .findFirst();
        if (plan.isEmpty()) {
            return Decision.refuse(Problem.unknown("No key is left of what was recorded in this year."));
        }
        if (!plan.get().isDue(today)) {
            return Decision.refuse(Problem.invalid(List.of(new Fault(
                    "/academicYear",
                    "What was recorded in this year is kept until "
                            + plan.get().disposableOn().minusDays(1) + " inclusive (reg 7)."))));
        }
        if (!plan.get().hasWork()) {
            return Decision.refuse(Problem.conflict("All that is left of this year is held."));
        }
        if (plan.get().pupils().size() != command.seen()) {
            return Decision.refuse(Problem.of(
                    "schedule-changed",
                    "The schedule has changed",
                    409,
                    "The keys of " + plan.get().pupils().size()
                            + " pupils would be destroyed now. Look at the schedule again before confirming it."));
        }
        DisposalConfirmed confirmed = new DisposalConfirmed(
                command.urn(),
                UUID.randomUUID(),
                command.academicYear(),
                command.retentionYears(),
                plan.get().pupils(),
                plan.get().staff(),
                vault.sealJson(command.urn(), command.author()));
        return Decision.accept(List.of(confirmed), Answer.recorded(idOf(confirmed)));
    }

    private static Map<String, Object> idOf(DisposalConfirmed confirmed) {
        return Map.of("id", confirmed.disposalId().toString());
    }

    static Decision certify(RetentionState state, CertifyDisposal command) {
        DisposalConfirmed confirmed = command.confirmed();
        Map<String, Object> body = Map.of(
                "id",
                confirmed.disposalId().toString(),
                "academicYear",
                confirmed.academicYear().toString(),
                "pupils",
                confirmed.pupils().size(),
                "staff",
                confirmed.staff(),
                "keys",
                command.keys(),
                "forgotten",
                command.forgotten().size());
        if (state.certificates().containsKey(confirmed.disposalId())) {
            return Decision.accept(List.of(), Answer.unchanged(body));
        }
        KeysDestroyed certificate = new KeysDestroyed(
                command.urn(), confirmed.disposalId(), confirmed.academicYear(), command.keys(), command.forgotten());
        return Decision.accept(List.of(certificate), Answer.recorded(body));
    }
}
