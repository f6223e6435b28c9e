package uk.muster.command.axon;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.command.ledger.LedgerEventStorageEngine;
import uk.muster.command.ledger.Messages;
import uk.muster.kernel.event.MusterEvent;

/** Carries a decision out inside an aggregate: its events are applied, or its refusal is thrown and nothing is. */
public final class Decisions {

    private Decisions() {}

    /** @throws uk.muster.http.problem.ProblemException when the decision is a refusal */
    public static Answer apply(Decision decision) {
        return switch (decision) {
            case Decision.Refused refused -> throw refused.problem().asException();
            case Decision.Accepted accepted -> {
                MetaData metadata = metadataOf(accepted);
                for (MusterEvent event : accepted.events()) {
                    AggregateLifecycle.apply(event, metadata);
                }
                deliver(accepted.answer());
                yield accepted.answer();
            }
        };
    }

    /** The answer is kept with the events of this unit of work, and its sender told of them once they are committed. */
    private static void deliver(Answer answer) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        if (unitOfWork.getMessage().getMetaData().get(Delivery.KEY) instanceof Delivery delivery) {
            delivery.toKeep(answer).ifPresent(record -> LedgerEventStorageEngine.keepAnswer(unitOfWork, record));
            unitOfWork.afterCommit(u -> delivery.stored(LedgerEventStorageEngine.stored(u)));
        }
    }

    private static MetaData metadataOf(Decision.Accepted accepted) {
        Map<String, Object> metadata = new HashMap<>();
        Instant occurredAt = accepted.occurredAt();
        if (occurredAt != null) {
            metadata.put(Messages.OCCURRED_AT, occurredAt);
        }
        String policy = accepted.policy();
        if (policy != null) {
            metadata.put(Messages.POLICY, policy);
        }
        return MetaData.from(metadata);
    }
}
