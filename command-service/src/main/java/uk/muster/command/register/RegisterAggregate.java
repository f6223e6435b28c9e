package uk.muster.command.register;

import java.time.Instant;
import java.time.InstantSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import uk.muster.command.axon.Decisions;
import uk.muster.command.decision.Answer;
import uk.muster.command.keys.Vault;
import uk.muster.command.register.RegisterCommand.AmendMark;
import uk.muster.command.register.RegisterCommand.RecordArrival;
import uk.muster.command.register.RegisterCommand.RefuseAmendment;
import uk.muster.command.register.RegisterCommand.RefuseArrival;
import uk.muster.command.register.RegisterCommand.RefuseRegister;
import uk.muster.command.register.RegisterCommand.TakeRegister;
import uk.muster.command.roll.RollBook;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.school.School;
import uk.muster.command.school.SchoolBook;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.register.RegisterState;

/** The aggregate of one register: a shell round the decisions of this package and the kernel's fold. */
@AggregateRoot(type = "Register")
public final class RegisterAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private RegisterState state = RegisterState.untaken();

    RegisterAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(TakeRegister command, SchoolBook schools, RollBook roll, Vault vault, InstantSource clock) {
        return Decisions.apply(TakingRegister.decide(rules(command.register(), schools, roll, vault, clock), command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RefuseRegister command, SchoolBook schools, RollBook roll, Vault vault, InstantSource clock) {
        return Decisions.apply(TakingRegister.decide(rules(command.register(), schools, roll, vault, clock), command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RefuseAmendment command, SchoolBook schools, RollBook roll, Vault vault, InstantSource clock) {
        return Decisions.apply(AmendingMark.decide(rules(command.register(), schools, roll, vault, clock), command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RefuseArrival command, SchoolBook schools, RollBook roll, Vault vault, InstantSource clock) {
        return Decisions.apply(
                RecordingArrival.decide(rules(command.register(), schools, roll, vault, clock), command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(
            AmendMark command,
            SchoolBook schools,
            RollBook roll,
            Vault vault,
            InstantSource clock,
            ParentsTold parentsTold) {
        return amend(command, schools, roll, vault, clock, parentsTold);
    }

    /** Amends, also as part of a command that concerns other streams too. */
    public Answer amend(
            AmendMark command,
            SchoolBook schools,
            RollBook roll,
            Vault vault,
            InstantSource clock,
            ParentsTold parentsTold) {
        return Decisions.apply(
                AmendingMark.decide(rules(command.register(), schools, roll, vault, clock), command, parentsTold));
    }

    /** Turns an {@code N} whose time is over into {@code O}, as part of a command that concerns other streams too. */
    public void settle(
            RegisterId register,
            RollPupil pupil,
            Person officer,
            SchoolBook schools,
            RollBook roll,
            Vault vault,
            InstantSource clock) {
        AmendingMark.settle(rules(register, schools, roll, vault, clock), pupil, officer)
                .ifPresent(Decisions::apply);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RecordArrival command, SchoolBook schools, RollBook roll, Vault vault, InstantSource clock) {
        return Decisions.apply(
                RecordingArrival.decide(rules(command.register(), schools, roll, vault, clock), command));
    }

    @EventSourcingHandler
    void on(RegisterEvent event, @Timestamp Instant recordedAt) {
        id = event.register().toString();
        state = state.evolve(event, recordedAt);
    }

    private RegisterRules rules(
            RegisterId register, SchoolBook schools, RollBook roll, Vault vault, InstantSource clock) {
        School school = schools.find(register.urn())
                .orElseThrow(() -> Problem.unknownSchool().asException());
        return new RegisterRules(register, state, school, roll.of(register.urn()), vault, clock);
    }
}
