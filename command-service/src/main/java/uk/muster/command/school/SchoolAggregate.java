package uk.muster.command.school;

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
import uk.muster.command.school.SchoolCommand.CarryPeople;
import uk.muster.command.school.SchoolCommand.DeclareClosure;
import uk.muster.command.school.SchoolCommand.PublishCalendar;
import uk.muster.command.school.SchoolCommand.PutSchool;
import uk.muster.command.school.SchoolCommand.RefuseClosure;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.school.SchoolState;

/** The aggregate of one school: a shell round the decisions of this package and the kernel's fold. */
@AggregateRoot(type = "School")
public final class SchoolAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private @Nullable SchoolState state;

    SchoolAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(PutSchool command, Vault vault) {
        return Decisions.apply(SchoolDecisions.put(state, command, vault));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(PublishCalendar command, RecordedRegisters recorded) {
        return Decisions.apply(SchoolDecisions.publish(state, command, recorded));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(DeclareClosure command, Vault vault) {
        return Decisions.apply(SchoolDecisions.declare(state, command, vault));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RefuseClosure command) {
        return Decisions.apply(SchoolDecisions.declare(state, command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(CarryPeople command, Vault vault) {
        return Decisions.apply(SchoolDecisions.carry(state, command, vault));
    }

    @EventSourcingHandler
    void on(SchoolEvent event) {
        id = event.urn().toString();
        state = SchoolState.evolve(state, event);
    }
}
