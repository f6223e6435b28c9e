package uk.muster.command.absence;

import java.time.InstantSource;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.AbsenceCommand.AssessRisk;
import uk.muster.command.absence.AbsenceCommand.AttemptContact;
import uk.muster.command.absence.AbsenceCommand.DecideTask;
import uk.muster.command.absence.AbsenceCommand.Escalate;
import uk.muster.command.absence.AbsenceCommand.ForecastSickness;
import uk.muster.command.absence.AbsenceCommand.RecordVisit;
import uk.muster.command.absence.AbsenceCommand.ReportAbsence;
import uk.muster.command.axon.Decisions;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.command.keys.Vault;
import uk.muster.command.school.SchoolBook;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.absence.AbsenceState;
import uk.muster.kernel.event.AbsenceEvent;

/** The aggregate of a pupil's absences at a school: a shell round the decisions of this package and the kernel's fold. */
@AggregateRoot(type = "Absence")
public final class AbsenceAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private AbsenceState state = AbsenceState.nothing();

    AbsenceAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(ReportAbsence command, SchoolBook schools, Vault vault, InstantSource clock) {
        return Decisions.apply(ReportingAbsence.decide(rules(command.absences(), schools, vault, clock), command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(AttemptContact command, SchoolBook schools, Vault vault, InstantSource clock) {
        return Decisions.apply(
                AttemptingContact.decide(rules(command.absences(), schools, vault, clock), command, UUID.randomUUID()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RecordVisit command, SchoolBook schools, Vault vault, InstantSource clock) {
        return Decisions.apply(VisitingHome.decide(rules(command.absences(), schools, vault, clock), command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(AssessRisk command, SchoolBook schools, Vault vault, InstantSource clock) {
        return Decisions.apply(AssessingRisk.decide(rules(command.absences(), schools, vault, clock), command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(Escalate command, SchoolBook schools, Vault vault, InstantSource clock) {
        return Decisions.apply(PassingOn.decide(rules(command.absences(), schools, vault, clock), command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(ForecastSickness command, SchoolBook schools, Vault vault, InstantSource clock) {
        return Decisions.apply(PassingOn.decide(rules(command.absences(), schools, vault, clock), command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(DecideTask command, SchoolBook schools, Vault vault, InstantSource clock) {
        return Decisions.apply(DecidingTask.decide(rules(command.absences(), schools, vault, clock), command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(SettleNotification command, SchoolBook schools, Vault vault, InstantSource clock) {
        return Decisions.apply(DecidingTask.settle(rules(command.absences(), schools, vault, clock), command));
    }

    /** Takes part in a command that concerns other streams too. */
    Answer apply(AbsenceStream absences, SchoolBook schools, Vault vault, InstantSource clock, Part part) {
        return Decisions.apply(part.decide(rules(absences, schools, vault, clock)));
    }

    /** What a wider command decides about these absences. */
    @FunctionalInterface
    public interface Part {
        Decision decide(AbsenceRules rules);
    }

    private AbsenceRules rules(AbsenceStream absences, SchoolBook schools, Vault vault, InstantSource clock) {
        return new AbsenceRules(
                absences,
                state,
                schools.find(absences.urn())
                        .orElseThrow(() -> Problem.unknownSchool().asException()),
                vault,
                clock);
    }

    @EventSourcingHandler
    void on(AbsenceEvent event) {
        id = AbsenceEvent.stream(event.urn(), event.pupil());
        state = state.evolve(event);
    }
}
