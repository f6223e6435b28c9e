package uk.muster.command.axon;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import uk.muster.command.decision.Answer;
import uk.muster.command.ledger.Messages;
import uk.muster.http.problem.ProblemException;

/**
 * Hands commands to the aggregates and waits for their answers. A decision that was stale by its commit is taken anew, and so is a refusal that was
 * decided on a presumption.
 */
public final class CommandDispatch {

    /** Metadata of a command: true when its aggregate is to be taken as not there yet, without a look. */
    static final String PRESUMES_NOTHING = "muster.presumes-nothing";

    private static final int ATTEMPTS = 8;

    private final CommandBus bus;

    public CommandDispatch(CommandBus bus) {
        this.bus = bus;
    }

    /**
     * Sends a command.
     *
     * @param command made anew for each attempt, since what it is made from may have changed
     * @param system the calling system, the {@code sub} of its token
     * @param correlation one id for all that this call sets off
     * @throws uk.muster.http.problem.ProblemException when the command is refused
     * @throws BusyException when it was stale at every attempt
     */
    public Answer send(Supplier<?> command, String system, String correlation, Delivery delivery) {
        for (int attempt = 1; ; attempt++) {
            Object payload = command.get();
            boolean presuming = attempt == 1 && payload instanceof AggregateCommand each && each.presumesNothing();
            try {
                return attempt(payload, presuming, system, correlation, delivery);
            } catch (ConcurrencyException e) {
                if (attempt == ATTEMPTS) {
                    throw new BusyException(e);
                }
            } catch (ProblemException e) {
                if (!presuming) {
                    throw e;
                }
            }
        }
    }

    private Answer attempt(Object command, boolean presuming, String system, String correlation, Delivery delivery) {
        AtomicReference<CommandResultMessage<?>> result = new AtomicReference<>();
        MetaData metadata = MetaData.from(Map.of(
                Messages.SYSTEM,
                system,
                Messages.CORRELATION,
                correlation,
                Delivery.KEY,
                delivery,
                PRESUMES_NOTHING,
                presuming));
        bus.dispatch(
                GenericCommandMessage.<Object>asCommandMessage(command).withMetaData(metadata),
                (message, answer) -> result.set(answer));
        CommandResultMessage<?> answer = result.get();
        if (answer.isExceptional()) {
            if (answer.exceptionResult() instanceof RuntimeException e) {
                throw e;
            }
            throw new IllegalStateException("A command failed.", answer.exceptionResult());
        }
        return (Answer) answer.getPayload();
    }
}
