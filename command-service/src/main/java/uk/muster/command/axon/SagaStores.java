package uk.muster.command.axon;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.deadline.dbscheduler.DbSchedulerBinaryDeadlineDetails;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Where sagas, their deadlines and the places of event processors are stored: PostgreSQL, over connections of their own. They share no transaction
 * with events: after a crash a saga may ask for what is done already, and the aggregate answers that nothing is to be recorded.
 */
public final class SagaStores implements AutoCloseable {

    /** How often due deadlines are looked for, and so how late one may be on a quiet service. */
    private static final Duration POLLING = Duration.ofMillis(250);

    /** How long one that could not be handled waits. The library's own five minutes are long where a child is missing. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    /** One that was being handled when the service was killed is taken up again when six of these have passed. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final HikariDataSource pool;
    private final DataSource database;
    private final TransactionManager transactions;
    private final Scheduler scheduler;
    private final AtomicReference<DbSchedulerDeadlineManager> deadlines = new AtomicReference<>();

    /**
     * @param pool has more connections than there are threads
     * @param threads how many deadlines are handled at once
     */
    public SagaStores(HikariDataSource pool, int threads, InstantSource clock) {
        this.pool = pool;
        this.database = new TransactionAwareDataSourceProxy(pool);
        this.transactions = new SpringTransactions(new DataSourceTransactionManager(pool));
        // The clock comes first: the polling interval takes the one that is set by then.
        this.scheduler = Scheduler.create(database, List.of(task(clock)))
                .clock(clock::instant)
                .tableName("muster.scheduled_task")
                .threads(threads)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .pollUsingLockAndFetch(1.0, 4.0)
                .build();
    }

    /** Axon's task, but what failed and what was left behind comes again soon, and by business time, as all deadlines. */
    private Task<DbSchedulerBinaryDeadlineDetails> task(InstantSource clock) {
        Task<DbSchedulerBinaryDeadlineDetails> deadline = DbSchedulerDeadlineManager.binaryTask(deadlines::get);
        return new OneTimeTask<>(
                deadline.getName(),
                deadline.getDataClass(),
                (failed, task) -> task.reschedule(failed, clock.instant().plus(AGAIN)),
                (left, task) -> task.reschedule(left, clock.instant())) {
            @Override
            public void executeOnce(TaskInstance<DbSchedulerBinaryDeadlineDetails> instance, ExecutionContext context) {
                deadline.execute(instance, context);
            }
        };
    }

    public TransactionManager transactions() {
        return transactions;
    }

    /** The deadlines of this configuration; they begin to fire with it. */
    public DbSchedulerDeadlineManager deadlines(Configuration axon, Serializer serializer) {
        deadlines.set(DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler)
                .scopeAwareProvider(new ConfigurationScopeAwareProvider(axon))
                .serializer(serializer)
                .transactionManager(transactions)
                .useBinaryPojo(true)
                .startScheduler(true)
                .stopScheduler(true)
                .build());
        return deadlines.get();
    }

    public TokenStore tokens(Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections())
                .serializer(serializer)
                .schema(TokenSchema.builder()
                        .setTokenTable("muster.token_entry")
                        .build())
                .build();
    }

    public SagaStore<Object> sagas(Serializer serializer) {
        return JdbcSagaStore.builder()
                .connectionProvider(connections())
                .serializer(serializer)
                .sqlSchema(new PostgresSagaSqlSchema(SagaSchema.builder()
                        .sagaEntryTable("muster.saga_entry")
                        .associationValueEntryTable("muster.saga_association")
                        .build()))
                .build();
    }

    /** Has due deadlines looked for at once. */
    public void lookForDue() {
        scheduler.triggerCheckForDueExecutions();
    }

    private ConnectionProvider connections() {
        return new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(database));
    }

    @Override
    public void close() {
        pool.close();
    }
}
