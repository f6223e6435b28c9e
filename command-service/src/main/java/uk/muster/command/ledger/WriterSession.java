package uk.muster.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.muster.command.ledger.IdempotencyTable.ScopedKey;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

/**
 * The connection on which the ledger is written. It may write once it {@linkplain #tryLock() holds the ledger's advisory lock}, which
 * PostgreSQL frees only when the session and with it any transaction of it has ended. Used by the writer's thread alone.
 */
final class WriterSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriterSession.class);

    /** Key of the advisory lock: "MUSTER" in ASCII. */
    private static final long LOCK = 0x4D55_5354_4552L;

    /** How far back the numbering is checked when the lock is taken. */
    private static final int CHECKED = 10_000;

    /** The ledger grows faster than its statistics, so a plan made for a small table must not be kept. */
    private static final String NO_STALE_PLANS = "SET plan_cache_mode = force_custom_plan";

    private static final String TIP = "SELECT position, recorded_at FROM muster.event ORDER BY position DESC LIMIT 1";

    private static final String HEADS = "SELECT asked.stream, last.seq FROM unnest(?::text[]) AS asked (stream)"
            + " CROSS JOIN LATERAL (SELECT seq FROM muster.event WHERE event.stream = asked.stream"
            + " ORDER BY seq DESC LIMIT 1) AS last";

    /** An advisory lock with a bigint key shows as two halves. */
    private static final String LOCK_HOLDER = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            + " AND objsubid = 1 AND classid = " + (LOCK >>> 32) + " AND objid = " + (LOCK & 0xFFFF_FFFFL);

    private final Connection connection;
    private final GroupHook hook;
    private final InstantSource businessClock;
    private final int backend;
    private final ChainHeads chains = new ChainHeads();
    private Tip tip = Tip.EMPTY;

    private WriterSession(Connection connection, GroupHook hook, InstantSource businessClock) throws SQLException {
        this.connection = connection;
        this.hook = hook;
        this.businessClock = businessClock;
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try (Statement statement = connection.createStatement()) {
            statement.execute(NO_STALE_PLANS);
        }
        this.backend = (int) onlyLong("SELECT pg_backend_pid()");
        connection.commit();
    }

    static WriterSession open(DataSource database, GroupHook hook, InstantSource businessClock) throws SQLException {
        Connection connection = database.getConnection();
        try {
            return new WriterSession(connection, hook, businessClock);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Number of the server's process behind this session. */
    int backend() {
        return backend;
    }

    /** Whether the server's process holds the ledger's lock, and so may still be committing. */
    boolean lockIsHeldBy(int process) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LOCK_HOLDER)) {
            return rows.next() && rows.getInt(1) == process;
        } finally {
            connection.commit();
        }
    }

    /** Takes the lock if nobody holds it. */
    boolean tryLock() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            return row.getBoolean(1);
        } finally {
            connection.commit();
        }
    }

    /** The last position that is committed, by whomever. */
    long head() throws SQLException {
        long head = onlyLong("SELECT coalesce(max(position), 0) FROM muster.event");
        connection.commit();
        return head;
    }

    /**
     * Reads where the ledger ends, once the lock is held.
     *
     * @param acknowledged the last position that this instance knows to be committed
     * @throws LedgerUnsafeException when PostgreSQL does not keep what it acknowledges, or has not kept it
     */
    void begin(long acknowledged) throws SQLException {
        Durability.require(connection);
        tip = readTip();
        if (tip.position() < acknowledged) {
            throw new LedgerUnsafeException(
                    "The ledger ends at position " + tip.position() + " but position " + acknowledged
                            + " was acknowledged: the database has lost events. Restore it before anything more is recorded.");
        }
        long from = Math.max(0, tip.position() - CHECKED);
        long there = onlyLong("SELECT count(*) FROM muster.event WHERE position > " + from);
        if (there != tip.position() - from) {
            throw new LedgerUnsafeException(
                    "The ledger has a gap: after position " + from + " there are " + there + " events where "
                            + (tip.position() - from) + " should be. Restore it before anything more is recorded.");
        }
        connection.commit();
    }

    Tip tip() {
        return tip;
    }

    /** Decides which of the jobs go in, and writes them in an open transaction. */
    Group write(List<Job> jobs) throws SQLException {
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<Urn> schools = jobs.stream()
                .flatMap(job -> job.append().events().stream())
                .map(NewEvent::urn)
                .collect(Collectors.toSet());
        Group group = new Group(tip, heads(jobs), chains.of(schools, connection), taken(jobs, now), now);
        jobs.forEach(group::admit);
        EventCopy.write(
                connection, group.events().stream().map(AppendedEvent::stored).toList());
        if (!group.events().isEmpty()) {
            hook.inTransaction(connection, group.events());
        }
        IdempotencyTable.insert(connection, group.answers());
        return group;
    }

    /** Commits what was written. Where this fails it may have been committed all the same, unless {@link #rollBack()} says otherwise. */
    void commit() throws SQLException {
        connection.commit();
    }

    /** Goes on from a group that is committed. */
    void committed(Group group) {
        tip = group.tip();
        chains.committed(group.chains());
    }

    /** Ends an open transaction without effect; false when the connection is lost and the server has to find out for itself. */
    boolean rollBack() {
        try {
            connection.rollback();
            return connection.isValid(1);
        } catch (SQLException e) {
            LOG.debug("The transaction ends with its connection.", e);
            return false;
        }
    }

    /** Whether the group is in the ledger, told by its last event and that event's hash, or by its answers where it has no events. */
    boolean contains(Group group) throws SQLException {
        try {
            return group.events().isEmpty()
                    ? IdempotencyTable.contains(connection, group.answers().getLast())
                    : contains(group.events().getLast().stored());
        } finally {
            connection.commit();
        }
    }

    private boolean contains(StoredEvent event) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT FROM muster.event WHERE position = ? AND hash = ?")) {
            statement.setLong(1, event.position());
            statement.setBytes(2, event.hash());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** @throws SQLException when the connection, and with it the lock, is lost */
    void requireAlive() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT");
        }
        connection.commit();
    }

    /** Deletes the answers to idempotency keys that are no longer kept. */
    void forgetOldAnswers() throws SQLException {
        IdempotencyTable.forgetOld(connection, businessClock.instant());
        connection.commit();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("The writer's connection was lost already.", e);
        }
    }

    private Map<String, Long> heads(List<Job> jobs) throws SQLException {
        Object[] streams = jobs.stream()
                .flatMap(job -> job.append().events().stream())
                .map(NewEvent::stream)
                .distinct()
                .toArray();
        Map<String, Long> heads = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(HEADS)) {
            statement.setArray(1, connection.createArrayOf("text", streams));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    heads.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return heads;
    }

    private Set<ScopedKey> taken(List<Job> jobs, Instant now) throws SQLException {
        List<IdempotencyRecord> asked = jobs.stream()
                .map(job -> job.append().idempotency())
                .flatMap(Optional::stream)
                .toList();
        return IdempotencyTable.taken(connection, asked, now);
    }

    private Tip readTip() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TIP)) {
            return row.next()
                    ? new Tip(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant())
                    : Tip.EMPTY;
        }
    }

    private long onlyLong(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
