package uk.muster.command.retention;

import java.time.InstantSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import uk.muster.command.axon.Decisions;
import uk.muster.command.decision.Answer;
import uk.muster.command.keys.Vault;
import uk.muster.command.retention.RetentionCommand.CertifyDisposal;
import uk.muster.command.retention.RetentionCommand.ConfirmDisposal;
import uk.muster.command.retention.RetentionCommand.PlaceHold;
import uk.muster.command.retention.RetentionCommand.ReleaseHold;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.RetentionEvent;
import uk.muster.kernel.retention.RetentionState;

/** The aggregate of a school's retention: a shell round the decisions of this package and the kernel's fold. */
@AggregateRoot(type = "Retention")
public final class RetentionAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private RetentionState state = RetentionState.EMPTY;

    RetentionAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(PlaceHold command, Vault vault, InstantSource clock) {
        return Decisions.apply(RetentionDecisions.place(command, vault, London.dateOf(clock.instant())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(ReleaseHold command, Vault vault) {
        return Decisions.apply(RetentionDecisions.release(state, command, vault));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(ConfirmDisposal command, Vault vault, InstantSource clock) {
        return Decisions.apply(RetentionDecisions.confirm(state, command, vault, London.dateOf(clock.instant())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(CertifyDisposal command) {
        return Decisions.apply(RetentionDecisions.certify(state, command));
    }

    @EventSourcingHandler
    void on(RetentionEvent event) {
        id = RetentionCommand.streamOf(event.urn());
        state = state.evolve(event);
    }
}
