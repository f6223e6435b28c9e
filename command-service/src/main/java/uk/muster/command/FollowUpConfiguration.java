package uk.muster.command;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.AbsentMarks;
import uk.muster.command.absence.ClassRegisters;
import uk.muster.command.absence.LedgerAbsenceFacts;
import uk.muster.command.absence.SettleNotification;
import uk.muster.command.axon.CommandDispatch;
import uk.muster.command.axon.Delivery;
import uk.muster.command.axon.SagaStores;
import uk.muster.command.clock.FallingDue;
import uk.muster.command.followup.AbsenceAxon;
import uk.muster.command.followup.Consequences;
import uk.muster.command.followup.FollowUps;
import uk.muster.command.ledger.CommitSignal;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.ledger.LedgerSettings;
import uk.muster.command.ledger.LedgerWriter;
import uk.muster.command.notify.Outbox;
import uk.muster.command.notify.PostRounds;
import uk.muster.command.notify.Settlement;
import uk.muster.command.roll.RollBook;
import uk.muster.command.school.SchoolBook;

/** What follows up absences by itself: the watch, the sagas with their deadlines, and what is recorded of messages. */
@Configuration(proxyBeanMethods = false)
public class FollowUpConfiguration {

    /** Deadlines handled at once; each holds a connection while its absence is looked at over others. */
    private static final int THREADS = 16;

    /** For the two readers, for polling and for heartbeats. */
    private static final int MORE_CONNECTIONS = 8;

    /** Absences looked at at once; they wait for the ledger most of their time, and it appends them together. */
    private static final int LOOKS = 64;

    /**
     * Sagas, deadlines and places need not be on disk when their transaction ends, as events must. A machine that fails loses the last of them, and
     * with them their place: they are done again, and nothing is recorded twice. What is recorded stays behind nothing that was lost. Every statement
     * finds its few rows by an index, so that a plan may be kept, if only none is made for a small table that scans it.
     */
    private static final String SESSION = "SET synchronous_commit = off; SET enable_seqscan = off";

    /** As long as an append waits for a ledger that is away. */
    private static final Duration PATIENCE = LedgerSettings.DEFAULT.patience();

    private static final String SYSTEM = "muster";

    /** What is wired into Axon. */
    record Parts(
            SagaStores stores,
            FollowUps followUps,
            AbsentMarks absent,
            JdbcTemplate database,
            Outbox outbox,
            SchoolBook schools,
            RollBook roll,
            InstantSource clock) {

        void wire(Configurer axon) {
            AbsenceAxon.configure(axon, stores, followUps, absent, database, outbox, schools, roll, clock);
        }
    }

    @Bean(destroyMethod = "close")
    SagaStores sagaStores(Settings settings, StoreConfiguration.Schema schema, InstantSource clock) {
        HikariDataSource pool =
                StoreConfiguration.pool(settings.database(), "sagas", THREADS + MORE_CONNECTIONS, SESSION);
        return new SagaStores(pool, THREADS, clock);
    }

    @Bean(destroyMethod = "close")
    ExecutorService followUpThreads() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("follow-up-", 0).factory());
    }

    @Bean
    AbsentMarks absentMarks(DataSource database) {
        return new AbsentMarks(new JdbcTemplate(database));
    }

    @Bean(destroyMethod = "close")
    LedgerAbsenceFacts absenceFacts(
            LedgerReader ledger, ClassRegisters classes, AbsentMarks absent, RollBook roll, SchoolBook schools) {
        return new LedgerAbsenceFacts(ledger, classes, absent, roll, schools);
    }

    @Bean
    Parts followUpParts(
            SagaStores stores,
            CommandDispatch commands,
            LedgerWriter writer,
            ExecutorService followUpThreads,
            AbsentMarks absent,
            DataSource database,
            Outbox outbox,
            SchoolBook schools,
            RollBook roll,
            InstantSource clock) {
        return new Parts(
                stores,
                new FollowUps(commands, () -> writes(writer), followUpThreads, LOOKS),
                absent,
                new JdbcTemplate(database),
                outbox,
                schools,
                roll,
                clock);
    }

    private static boolean writes(LedgerWriter writer) {
        try {
            return writer.awaitActive(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Bean
    FallingDue fallingDue(
            org.axonframework.config.Configuration axon,
            SagaStores stores,
            PostRounds post,
            CommitSignal commits,
            JdbcClient database,
            InstantSource clock) {
        List<StreamingEventProcessor> readers = Stream.of(AbsenceAxon.WATCH, AbsenceAxon.SAGAS)
                .map(name -> axon.eventProcessingConfiguration()
                        .eventProcessor(name, StreamingEventProcessor.class)
                        .orElseThrow())
                .toList();
        return new Consequences(readers, stores, post::isIdle, commits, database, clock);
    }

    @Bean
    Settlement settlement(CommandDispatch commands) {
        return (urn, pupil, notification, delivery, at) -> commands.send(
                () -> new SettleNotification(new AbsenceStream(urn, pupil), notification, delivery, at),
                SYSTEM,
                UUID.randomUUID().toString(),
                new Delivery(Optional.empty()));
    }
}
