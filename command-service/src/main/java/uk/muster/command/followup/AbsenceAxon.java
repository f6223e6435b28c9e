package uk.muster.command.followup;

import java.time.InstantSource;
import org.axonframework.config.Configurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.EventProcessingConfigurer.PooledStreamingProcessorConfiguration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.saga.repository.NoResourceInjector;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.muster.command.absence.AbsentMarks;
import uk.muster.command.axon.SagaStores;
import uk.muster.command.notify.Outbox;
import uk.muster.command.roll.RollBook;
import uk.muster.command.school.SchoolBook;

/** The watch and the saga of absences, wired into Axon. Their names are where their places are stored under: they stay. */
public final class AbsenceAxon {

    /** The reader that watches registers and what people did. */
    public static final String WATCH = "absence-watch";

    /** The reader that starts and goes on with sagas. */
    public static final String SAGAS = "absence-follow-up";

    private static final int BATCH = 1_024;

    private AbsenceAxon() {}

    /** One segment each: the watch keeps the open cases in memory, and a saga's events come in order. */
    public static void configure(
            Configurer axon,
            SagaStores stores,
            FollowUps followUps,
            AbsentMarks absent,
            JdbcTemplate database,
            Outbox outbox,
            SchoolBook schools,
            RollBook roll,
            InstantSource clock) {
        // Sagas are handed what they use, event by event; without this Axon looks for fields to fill in each of them,
        // each time.
        axon.configureResourceInjector(c -> NoResourceInjector.INSTANCE)
                .registerComponent(FollowUps.class, c -> followUps)
                .registerComponent(DeadlineManager.class, c -> stores.deadlines(c, c.serializer()));
        EventProcessingConfigurer processing = axon.eventProcessing();
        PooledStreamingProcessorConfiguration reading = (c, processor) -> processor
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .initialToken(StreamableMessageSource::createTailToken);
        processing
                .registerDefaultTransactionManager(c -> stores.transactions())
                .registerTokenStore(c -> stores.tokens(c.serializer()))
                .registerSagaStore(c -> stores.sagas(c.serializer()))
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerEventHandler(
                        c -> new AbsenceWatch(followUps, absent, new OpenCases(database), outbox, schools, roll, clock))
                .assignHandlerTypesMatching(WATCH, AbsenceWatch.class::equals)
                .registerSaga(AbsenceFollowUp.class)
                .assignHandlerTypesMatching(SAGAS, AbsenceFollowUp.class::equals)
                .registerPooledStreamingEventProcessor(WATCH, c -> c.eventStore(), reading)
                .registerPooledStreamingEventProcessor(SAGAS, c -> c.eventStore(), reading);
    }
}
