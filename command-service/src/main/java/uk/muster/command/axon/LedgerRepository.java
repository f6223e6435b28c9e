package uk.muster.command.axon;

import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.RepositorySpanFactory;

/**
 * Axon's repository, which reads nothing for a command that {@linkplain AggregateCommand#presumesNothing presumes nothing}; the append tells whether it
 * was right.
 *
 * @param <T> the aggregate
 */
public final class LedgerRepository<T> extends EventSourcingRepository<T> {

    /**
     * That an aggregate is to be begun is told by an exception, which Axon throws and catches itself. Nearly every register is a new one, and most pupils
     * who are looked at have no absences yet; a stack of a hundred and fifty frames for each was a twelfth of a command's price: one exception serves all
     * of them, so its stack and its identifier mean nothing.
     */
    @SuppressWarnings("StaticAssignmentOfThrowable")
    private static final AggregateNotFoundException NOTHING =
            new AggregateNotFoundException("any", "There is nothing yet, or the command presumes so.");

    public LedgerRepository(Class<T> aggregate, Configuration axon) {
        super(EventSourcingRepository.builder(aggregate)
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(aggregate))
                .eventStore(axon.eventStore())
                .repositoryProvider(axon::repository)
                .spanFactory(axon.getComponent(RepositorySpanFactory.class)));
    }

    @Override
    protected DomainEventStream readEvents(String stream) {
        if (presumesNothing()) {
            throw NOTHING;
        }
        DomainEventStream events = super.readEvents(stream);
        if (!events.hasNext()) {
            throw NOTHING;
        }
        return events;
    }

    private static boolean presumesNothing() {
        return CurrentUnitOfWork.isStarted()
                && Boolean.TRUE.equals(
                        CurrentUnitOfWork.get().getMessage().getMetaData().get(CommandDispatch.PRESUMES_NOTHING));
    }
}
