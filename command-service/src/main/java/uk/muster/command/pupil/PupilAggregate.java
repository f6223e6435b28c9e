package uk.muster.command.pupil;

import java.time.InstantSource;
import java.time.LocalDate;
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
import uk.muster.command.pupil.PupilCommand.CarryForward;
import uk.muster.command.pupil.PupilCommand.ImportEarlierSessions;
import uk.muster.command.pupil.PupilCommand.PutPupil;
import uk.muster.command.pupil.PupilCommand.RefuseRemoval;
import uk.muster.command.pupil.PupilCommand.RemovePupil;
import uk.muster.command.roll.RollBook;
import uk.muster.command.school.SchoolBook;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.pupil.PupilState;

/** The aggregate of one pupil of a school: a shell round the decisions of this package and the kernel's fold. */
@AggregateRoot(type = "Pupil")
public final class PupilAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private @Nullable PupilState state;

    PupilAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(PutPupil command, RollBook roll, Vault vault, InstantSource clock) {
        LocalDate today = London.dateOf(clock.instant());
        return Decisions.apply(
                PuttingPupil.decide(state, command, roll.of(command.pupil().urn()), vault, today));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(ImportEarlierSessions command, Vault vault) {
        return Decisions.apply(ImportingEarlierSessions.decide(state, command, vault));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RemovePupil command, SchoolBook schools, Vault vault, InstantSource clock) {
        return Decisions.apply(RemovingPupil.decide(
                state,
                command,
                schools.find(command.pupil().urn())
                        .orElseThrow(() -> Problem.unknownSchool().asException()),
                vault,
                London.dateOf(clock.instant())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RefuseRemoval command, InstantSource clock) {
        return Decisions.apply(RemovingPupil.decide(state, command, London.dateOf(clock.instant())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(CarryForward command, Vault vault) {
        return Decisions.apply(CarryingForward.decide(state, command, vault));
    }

    @EventSourcingHandler
    void on(PupilEvent event) {
        id = event.urn() + "/" + event.pupil();
        state = PupilState.evolve(state, event);
    }
}
