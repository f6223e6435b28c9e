package uk.muster.command;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import uk.muster.command.absence.AbsenceAggregate;
import uk.muster.command.absence.AbsenceFacts;
import uk.muster.command.absence.Absences;
import uk.muster.command.absence.UnexplainedMarks;
import uk.muster.command.absence.WiderCommands;
import uk.muster.command.axon.AggregateCommand;
import uk.muster.command.axon.LedgerRepository;
import uk.muster.command.keys.Vault;
import uk.muster.command.ledger.LedgerEventStore;
import uk.muster.command.ledger.Messages;
import uk.muster.command.penalty.NoticeCommands;
import uk.muster.command.penalty.NoticeFacts;
import uk.muster.command.pupil.PupilAggregate;
import uk.muster.command.register.ParentsTold;
import uk.muster.command.register.RegisterAggregate;
import uk.muster.command.retention.RetentionAggregate;
import uk.muster.command.roll.RollBook;
import uk.muster.command.school.RecordedRegisters;
import uk.muster.command.school.SchoolAggregate;
import uk.muster.command.school.SchoolBook;

/** Axon wired by hand: five aggregates on the ledger, commands without a transaction of their own, and what their handlers are given. */
final class AxonWiring {

    private static final CorrelationDataProvider CORRELATION =
            new SimpleCorrelationDataProvider(Messages.SYSTEM, Messages.CORRELATION);

    private AxonWiring() {}

    /** What command handlers take as parameters besides the command. */
    record Resources(
            SchoolBook schools,
            RollBook roll,
            Vault vault,
            RecordedRegisters registers,
            UnexplainedMarks unexplained,
            ParentsTold parentsTold,
            AbsenceFacts absenceFacts,
            NoticeFacts noticeFacts,
            InstantSource clock) {}

    /** @param more what else is to be wired */
    static Configuration configure(
            LedgerEventStore store,
            Resources resources,
            CommandBus bus,
            Serializer serializer,
            Consumer<Configurer> more) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> serializer)
                .configureMessageSerializer(c -> serializer)
                .configureEventSerializer(c -> serializer)
                .configureCorrelationDataProviders(c -> List.of(CORRELATION))
                .configureCommandBus(c -> bus)
                .registerComponent(SchoolBook.class, c -> resources.schools())
                .registerComponent(RollBook.class, c -> resources.roll())
                .registerComponent(Vault.class, c -> resources.vault())
                .registerComponent(RecordedRegisters.class, c -> resources.registers())
                .registerComponent(ParentsTold.class, c -> resources.parentsTold())
                .registerComponent(InstantSource.class, c -> resources.clock());
        configurer.configureEventBus(c -> store);
        configurer.registerComponent(EventStore.class, c -> store);
        for (Class<?> aggregate : List.of(
                SchoolAggregate.class,
                PupilAggregate.class,
                RegisterAggregate.class,
                AbsenceAggregate.class,
                RetentionAggregate.class)) {
            configurer.configureAggregate(onLedger(aggregate));
        }
        configurer.registerCommandHandler(c -> widerCommands(c, resources));
        configurer.registerCommandHandler(c -> noticeCommands(c, resources));
        more.accept(configurer);
        return configurer.start();
    }

    private static <T> AggregateConfigurer<T> onLedger(Class<T> aggregate) {
        return AggregateConfigurer.defaultConfiguration(aggregate)
                .configureCommandTargetResolver(c -> AggregateCommand::targetOf)
                .configureRepository(c -> new LedgerRepository<>(aggregate, c));
    }

    private static WiderCommands widerCommands(Configuration configuration, Resources resources) {
        return new WiderCommands(
                () -> configuration.repository(AbsenceAggregate.class),
                () -> configuration.repository(RegisterAggregate.class),
                resources.unexplained(),
                resources.absenceFacts(),
                resources.parentsTold(),
                resources.schools(),
                resources.roll(),
                resources.vault(),
                resources.clock());
    }

    private static NoticeCommands noticeCommands(Configuration configuration, Resources resources) {
        return new NoticeCommands(
                new Absences(
                        () -> configuration.repository(AbsenceAggregate.class),
                        resources.schools(),
                        resources.vault(),
                        resources.clock()),
                resources.roll(),
                resources.noticeFacts());
    }

    static CommandBus commandBus() {
        CommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(List.of(CORRELATION)));
        return bus;
    }
}
