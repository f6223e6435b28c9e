package uk.muster.command.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import uk.muster.kernel.event.EventMetadata;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

/** A ledger on a database of its own, and events to put into it. */
public final class TestLedger implements AutoCloseable {

    public static final Urn SCHOOL = new Urn(123_456);

    static final LedgerSettings QUICK =
            new LedgerSettings(500, 20_000, Duration.ofSeconds(3), Duration.ofMillis(1), Duration.ofMillis(20));

    private static final Instant OCCURRED = Instant.parse("2026-09-07T08:55:00Z");

    public final TestDatabase database;
    public final HikariDataSource pool;
    public final CommitSignal commits = new CommitSignal();
    public final LedgerReader reader;
    public final LedgerTail tail;
    public final LedgerWriter writer;
    public final LedgerEventStorageEngine engine;

    private TestLedger(
            TestDatabase database,
            DataSource writersSource,
            GroupHook hook,
            InstantSource clock,
            LedgerSettings settings) {
        this.database = database;
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.as("muster_command"));
        config.setMaximumPoolSize(8);
        config.setConnectionInitSql("SET plan_cache_mode = force_custom_plan");
        this.pool = new HikariDataSource(config);
        this.reader = new LedgerReader(pool);
        RecentEvents recent = new RecentEvents();
        this.tail = new LedgerTail(reader, recent);
        this.writer = new LedgerWriter(writersSource, GroupHook.all(hook, recent), clock, settings, commits);
        this.engine = new LedgerEventStorageEngine(writer, reader, clock);
        writer.start();
    }

    public static TestLedger open() {
        return open(GroupHook.NONE);
    }

    static TestLedger open(GroupHook hook) {
        return open(TestDatabase.create(), hook, InstantSource.system());
    }

    static TestLedger open(TestDatabase database, GroupHook hook, InstantSource clock) {
        return new TestLedger(database, database.as("muster_command"), hook, clock, QUICK);
    }

    static TestLedger open(TestDatabase database, DataSource writersSource, LedgerSettings settings) {
        return open(database, writersSource, GroupHook.NONE, settings);
    }

    static TestLedger open(TestDatabase database, DataSource writersSource, GroupHook hook, LedgerSettings settings) {
        return new TestLedger(database, writersSource, hook, InstantSource.system(), settings);
    }

    static NewEvent event(String stream, long seq) {
        return event(stream, seq, "Ash Green");
    }

    static NewEvent event(String stream, long seq, String name) {
        Urn urn = Urn.parse(stream.substring(0, 6));
        return NewEvent.of(
                UUID.randomUUID(),
                stream,
                seq,
                new SchoolEvent.SchoolDetailsChanged(
                        urn, new SchoolEvent.SchoolDetails(name, "301", SchoolEvent.Phase.PRIMARY, null)),
                new EventMetadata(OCCURRED, "mis-1", UUID.randomUUID().toString(), null, null));
    }

    /** Hands the first event of a stream to the writer. */
    public CompletableFuture<List<StoredEvent>> appendLater(String stream) {
        return writer.append(Append.of(event(stream, 0)));
    }

    /** Appends and waits; what the append failed with is thrown. */
    List<StoredEvent> append(NewEvent... events) {
        return append(Append.of(events));
    }

    List<StoredEvent> append(Append append) {
        try {
            return writer.append(append).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Everything in the ledger. */
    List<StoredEvent> all() {
        return reader.after(0, Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        writer.close();
        engine.close();
        pool.close();
    }
}
