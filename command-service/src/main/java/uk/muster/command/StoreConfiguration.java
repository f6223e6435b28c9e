package uk.muster.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.command.absence.ClassRegisters;
import uk.muster.command.api.Positions;
import uk.muster.command.ledger.CommitSignal;
import uk.muster.command.ledger.GroupHook;
import uk.muster.command.ledger.LedgerEventStorageEngine;
import uk.muster.command.ledger.LedgerEventStore;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.ledger.LedgerSettings;
import uk.muster.command.ledger.LedgerTail;
import uk.muster.command.ledger.LedgerWriter;
import uk.muster.command.ledger.RecentEvents;
import uk.muster.command.relay.ReadersCaughtUp;
import uk.muster.command.relay.Relay;
import uk.muster.command.relay.RelaySettings;
import uk.muster.command.roll.LedgerRollBook;
import uk.muster.command.school.SchoolBook;

/** PostgreSQL and the ledger in it. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    private static final int CONNECT_SECONDS = 5;
    private static final int SOCKET_SECONDS = 30;

    /** Sets up or brings up to date the schema, as its owner, before anything else connects. */
    @Bean
    Schema schema(Settings settings) {
        Settings.Database database = settings.database();
        if (database.migrationUser() != null) {
            Flyway.configure()
                    .dataSource(database.url(), database.migrationUser(), database.migrationPassword())
                    .schemas("muster")
                    .defaultSchema("muster")
                    .connectRetries(30)
                    .connectRetriesInterval(1)
                    .load()
                    .migrate();
        }
        return new Schema();
    }

    /** Stands for the schema being there. */
    record Schema() {}

    /** Connections for reading and for everything but the ledger's own writes. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Settings settings, Schema schema) {
        // A plan made for one list of streams is wrong for another: an index for few, the whole table for many.
        return pool(
                settings.database(),
                "command",
                settings.database().connections(),
                "SET plan_cache_mode = force_custom_plan");
    }

    /** @param session what each connection is set up with, as SQL */
    static HikariDataSource pool(Settings.Database database, String name, int connections, String session) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(3_000);
        pool.setInitializationFailTimeout(-1);
        pool.setConnectionInitSql(session);
        Properties driver = new Properties();
        driver.setProperty("reWriteBatchedInserts", "true");
        driver.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        driver.setProperty("socketTimeout", Integer.toString(SOCKET_SECONDS));
        pool.setDataSourceProperties(driver);
        return new HikariDataSource(pool);
    }

    @Bean
    JdbcClient jdbcClient(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    Positions positions(JdbcClient database, Settings settings) {
        return new Positions(database, settings.kafka().partitions());
    }

    @Bean
    CommitSignal commitSignal() {
        return new CommitSignal();
    }

    @Bean
    LedgerReader ledgerReader(DataSource database) {
        return new LedgerReader(database);
    }

    @Bean
    RecentEvents recentEvents() {
        return new RecentEvents();
    }

    @Bean
    ClassRegisters classRegisters(CommitSignal commits) {
        return new ClassRegisters(commits::head);
    }

    @Bean
    LedgerTail ledgerTail(LedgerReader reader, RecentEvents recent) {
        return new LedgerTail(reader, recent);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LedgerWriter ledgerWriter(
            Settings settings,
            Schema schema,
            LedgerRollBook roll,
            SchoolBook schools,
            RecentEvents recent,
            ClassRegisters classes,
            InstantSource clock,
            CommitSignal commits) {
        PGSimpleDataSource sessions = new PGSimpleDataSource();
        sessions.setURL(settings.database().url());
        sessions.setUser(settings.database().user());
        sessions.setPassword(settings.database().password());
        sessions.setConnectTimeout(CONNECT_SECONDS);
        sessions.setSocketTimeout(SOCKET_SECONDS);
        sessions.setReWriteBatchedInserts(true);
        return new LedgerWriter(
                sessions, GroupHook.all(roll, schools, classes, recent), clock, LedgerSettings.DEFAULT, commits);
    }

    @Bean(destroyMethod = "close")
    LedgerEventStorageEngine ledgerEngine(LedgerWriter writer, LedgerReader reader, InstantSource clock) {
        return new LedgerEventStorageEngine(writer, reader, clock);
    }

    @Bean(destroyMethod = "shutDown")
    LedgerEventStore ledgerEventStore(LedgerEventStorageEngine engine, LedgerTail tail, CommitSignal commits) {
        return LedgerEventStore.on(engine, tail, commits);
    }

    @Bean
    RelaySettings relaySettings(Settings settings) {
        Settings.Kafka kafka = settings.kafka();
        return RelaySettings.of(kafka.bootstrapServers(), kafka.topic(), kafka.partitions(), kafka.replicationFactor());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Relay relay(
            LedgerWriter writer,
            LedgerTail tail,
            CommitSignal commits,
            DataSource database,
            RelaySettings relaySettings) {
        return new Relay(writer, tail, commits, database, relaySettings);
    }

    @Bean
    ReadersCaughtUp readersCaughtUp(Relay relay, CommitSignal commits, RelaySettings relaySettings) {
        return new ReadersCaughtUp(relay, commits, relaySettings);
    }

    /** Ready when this instance writes the ledger; one that stands by is alive and not ready. */
    @Bean
    HealthIndicator ledgerHealthIndicator(LedgerWriter writer) {
        return () -> (writer.isActive() ? Health.up() : Health.down()).build();
    }
}
