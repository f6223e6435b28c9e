package uk.muster.command.absence;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.decision.Answer;
import uk.muster.command.keys.Vault;
import uk.muster.command.school.SchoolBook;

/** The pupils' absences, for commands that look at more than one stream and record in this one. */
public final class Absences {

    private final Supplier<Repository<AbsenceAggregate>> aggregates;
    private final SchoolBook schools;
    private final Vault vault;
    private final InstantSource clock;

    public Absences(
            Supplier<Repository<AbsenceAggregate>> aggregates, SchoolBook schools, Vault vault, InstantSource clock) {
        this.aggregates = aggregates;
        this.schools = schools;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Decides over what was recorded of a pupil's absences, and records it with them.
     *
     * @throws uk.muster.http.problem.ProblemException when the decision is a refusal
     */
    public Answer decide(AbsenceStream stream, AbsenceAggregate.Part part) {
        return of(aggregates.get(), stream).invoke(aggregate -> aggregate.apply(stream, schools, vault, clock, part));
    }

    /** The aggregate of a stream, which may be without facts yet. */
    static Aggregate<AbsenceAggregate> of(Repository<AbsenceAggregate> aggregates, AbsenceStream stream) {
        try {
            Callable<AbsenceAggregate> none = AbsenceAggregate::new;
            return aggregates.loadOrCreate(stream.toString(), none);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("An aggregate could not be begun.", e);
        }
    }
}
