package uk.muster.command.followup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.LookAgain;
import uk.muster.command.absence.LookAgain.Look;
import uk.muster.command.axon.BusyException;
import uk.muster.command.axon.CommandDispatch;
import uk.muster.command.axon.Delivery;
import uk.muster.command.decision.Answer;
import uk.muster.command.ledger.LedgerAwayException;
import uk.muster.http.problem.ProblemException;

/**
 * Has absences looked at, from event handlers and sagas. Each look is a command of its own on a thread of its own: it commits by itself, whatever
 * becomes of the unit of work that wants it, and many are appended together.
 */
public final class FollowUps {

    private static final Logger LOG = LoggerFactory.getLogger(FollowUps.class);

    /** Who speaks when no token does. */
    private static final String SYSTEM = "muster";

    private final CommandDispatch commands;
    private final BooleanSupplier writes;
    private final ExecutorService threads;
    private final Semaphore places;

    /**
     * @param writes whether this instance writes the ledger; waits a little for it
     * @param most how many looks are under way at once
     */
    public FollowUps(CommandDispatch commands, BooleanSupplier writes, ExecutorService threads, int most) {
        this.commands = commands;
        this.writes = writes;
        this.threads = threads;
        this.places = new Semaphore(most);
    }

    /**
     * Looks at one absence.
     *
     * @throws LedgerAwayException when nothing can be recorded at the moment
     */
    Look lookAt(AbsenceStream absence) {
        return await(threads.submit(() -> look(absence)));
    }

    /**
     * Looks at many absences, and returns when all are recorded. One that cannot be looked at for a fault of its own holds up no other.
     *
     * @throws LedgerAwayException when nothing can be recorded at the moment
     */
    public void lookAt(Collection<AbsenceStream> absences) {
        List<Future<Look>> looks = new ArrayList<>(absences.size());
        for (AbsenceStream absence : absences) {
            places.acquireUninterruptibly();
            looks.add(threads.submit(() -> {
                try {
                    return look(absence);
                } finally {
                    places.release();
                }
            }));
        }
        looks.forEach(look -> {
            try {
                await(look);
            } catch (LedgerAwayException | BusyException | DataAccessException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("An absence could not be looked at; its next time will try again.", e);
            }
        });
    }

    /**
     * Looks while this instance writes. One that stands by may not know what the other one has recorded, and that it finds nothing due would be
     * believed: such a look comes again instead.
     */
    private Look look(AbsenceStream absence) {
        requireWriting();
        Look look = decide(absence);
        requireWriting();
        return look;
    }

    private void requireWriting() {
        if (!writes.getAsBoolean()) {
            throw new LedgerAwayException("This instance does not write the ledger, so it decides nothing.");
        }
    }

    /** A pupil or school that is unknown has no absence; the ledger never forgets one, so that is no reason to come back. */
    private Look decide(AbsenceStream absence) {
        try {
            Answer answer = commands.send(
                    () -> new LookAgain(absence), SYSTEM, UUID.randomUUID().toString(), new Delivery(Optional.empty()));
            return Look.of(answer);
        } catch (ProblemException e) {
            LOG.warn(
                    "The absence {} could not be looked at: {}",
                    absence,
                    e.problem().title());
            return Look.NOTHING;
        }
    }

    private static Look await(Future<Look> look) {
        try {
            return look.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerAwayException("The service stops.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("An absence could not be looked at.", e.getCause());
        }
    }
}
