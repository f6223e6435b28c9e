package uk.muster.query;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.query.access.PostgresLookStore;
import uk.muster.query.audit.Checkpoints;
import uk.muster.query.audit.Ledger;
import uk.muster.query.audit.PostgresCheckpoints;
import uk.muster.query.audit.PostgresLedger;
import uk.muster.query.clock.BusinessClock;
import uk.muster.query.keys.SubjectKeyTable;
import uk.muster.query.keys.WrappedKeys;

/** What is read of the ledger's database: events for the audit, keys, and the clock of a trial. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 8;

    /** One writes, the others answer who looked. */
    private static final int LOOK_CONNECTIONS = 4;

    private static final int NOTICED_AFTER_MILLIS = 2_000;

    /** The pool starts without a database and finds it when it is there. */
    @Bean
    DataSource database(QuerySettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(settings.database().url());
        config.setUsername(settings.database().user());
        config.setPassword(settings.database().password());
        config.setReadOnly(true);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(NOTICED_AFTER_MILLIS);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Bean
    JdbcClient ledgerDatabase(DataSource database) {
        return JdbcClient.create(database);
    }

    /** A pool of its own and no bean, for there is one database that all else reads. */
    @Bean(destroyMethod = "close")
    PostgresLookStore lookStore(QuerySettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("who-looked");
        config.setJdbcUrl(settings.database().url());
        config.setUsername(settings.access().user());
        config.setPassword(settings.access().password());
        config.setConnectionInitSql("SET synchronous_commit = on");
        config.setMaximumPoolSize(LOOK_CONNECTIONS);
        config.setConnectionTimeout(NOTICED_AFTER_MILLIS);
        config.setInitializationFailTimeout(-1);
        return new PostgresLookStore(new HikariDataSource(config));
    }

    @Bean
    Ledger ledger(JdbcClient ledgerDatabase) {
        return new PostgresLedger(ledgerDatabase);
    }

    @Bean
    Checkpoints checkpoints(JdbcClient ledgerDatabase) {
        return new PostgresCheckpoints(ledgerDatabase);
    }

    @Bean
    WrappedKeys wrappedKeys(JdbcClient ledgerDatabase) {
        return new SubjectKeyTable(ledgerDatabase);
    }

    @Bean
    InstantSource businessClock(QuerySettings settings, JdbcClient ledgerDatabase) {
        return new BusinessClock(
                ledgerDatabase, InstantSource.system(), settings.clock().start());
    }
}
