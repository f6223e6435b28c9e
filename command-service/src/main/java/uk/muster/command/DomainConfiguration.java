package uk.muster.command;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.command.absence.AbsenceFacts;
import uk.muster.command.absence.LedgerParentsTold;
import uk.muster.command.absence.LedgerUnexplainedMarks;
import uk.muster.command.axon.CommandDispatch;
import uk.muster.command.clock.BusinessClock;
import uk.muster.command.clock.TrialTime;
import uk.muster.command.keys.PostgresKeys;
import uk.muster.command.keys.Vault;
import uk.muster.command.ledger.LedgerEventStore;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.penalty.LedgerNoticeFacts;
import uk.muster.command.pupil.PupilRegister;
import uk.muster.command.roll.LedgerRollBook;
import uk.muster.command.roll.RollBook;
import uk.muster.command.school.LedgerRegisters;
import uk.muster.command.school.SchoolBook;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.sealing.MasterKeyFile;

/** The keys, the books that commands look things up in, and the aggregates on their bus. */
@Configuration(proxyBeanMethods = false)
public class DomainConfiguration {

    @Bean
    MasterKeyFile masterKey(Settings settings) {
        return MasterKeyFile.open(settings.keys().masterFile());
    }

    @Bean
    PostgresKeys subjectKeys(JdbcClient database, MasterKeyFile masterKey, InstantSource clock) {
        return new PostgresKeys(database, masterKey, clock);
    }

    @Bean
    Vault vault(PostgresKeys subjectKeys, InstantSource clock) {
        return new Vault(subjectKeys, new SecureRandom(), clock);
    }

    @Bean
    LedgerRollBook rollBook(JdbcClient database, Vault vault) {
        return new LedgerRollBook(database, vault);
    }

    @Bean
    SchoolBook schoolBook(LedgerReader ledger, Vault vault) {
        return new SchoolBook(stream -> eventsOf(ledger, stream), vault);
    }

    private static List<MusterEvent> eventsOf(LedgerReader ledger, String stream) {
        return ledger.streams(List.of(stream)).getOrDefault(stream, List.of()).stream()
                .map(event -> EventTypes.read(event.type(), event.payload()))
                .toList();
    }

    @Bean(destroyMethod = "shutdown")
    org.axonframework.config.Configuration axon(
            LedgerEventStore store,
            SchoolBook schools,
            RollBook roll,
            Vault vault,
            LedgerReader ledger,
            JdbcClient database,
            InstantSource clock,
            CommandBus commandBus,
            AbsenceFacts absenceFacts,
            FollowUpConfiguration.Parts followUp) {
        Serializer serializer = Jackson3Serializer.builder().build();
        return AxonWiring.configure(
                store,
                new AxonWiring.Resources(
                        schools,
                        roll,
                        vault,
                        new LedgerRegisters(database),
                        new LedgerUnexplainedMarks(ledger),
                        new LedgerParentsTold(ledger),
                        absenceFacts,
                        new LedgerNoticeFacts(ledger, roll, vault),
                        clock),
                commandBus,
                serializer,
                followUp::wire);
    }

    @Bean
    CommandBus commandBus() {
        return AxonWiring.commandBus();
    }

    @Bean
    CommandDispatch commandDispatch(CommandBus commandBus) {
        return new CommandDispatch(commandBus);
    }

    @Bean
    PupilRegister pupilRegister(SchoolBook schools, RollBook roll, Vault vault) {
        return new PupilRegister(schools, roll, vault);
    }

    @Bean
    BusinessClock businessClock(JdbcClient database, Settings settings) {
        return BusinessClock.open(
                InstantSource.system(),
                new TrialTime(database),
                settings.clock().start());
    }
}
