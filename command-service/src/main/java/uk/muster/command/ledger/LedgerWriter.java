package uk.muster.command.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import uk.muster.kernel.event.StoredEvent;

/**
 * The one who writes the ledger. Appends wait in a queue; a single thread takes as many as there are, commits them in one transaction and
 * answers each. So positions are dense and in commit order, and the price of a flush is shared by all who wait for it.
 *
 * <p>Only the session that holds the ledger's advisory lock writes. Another instance stands by: it refuses appends until the lock is free.
 * While PostgreSQL is away appends are refused after a short wait, and the writer takes up its work again by itself.
 */
public final class LedgerWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);

    private static final Duration HOUSEKEEPING = Duration.ofHours(1);

    /** A group whose COMMIT was sent and not answered. */
    private record Doubt(Group group, int backend) {}

    private final DataSource database;
    private final GroupHook hook;
    private final InstantSource businessClock;
    private final LedgerSettings settings;
    private final CommitSignal commits;
    private final JobQueue queue;
    private final Thread thread = Thread.ofPlatform().name("ledger-writer").unstarted(this::run);

    private final Watched<Boolean> active = new Watched<>(false);

    private @Nullable Doubt doubt;
    private String lastSaid = "";
    private volatile long inactiveSince = System.nanoTime();
    private volatile boolean closed;

    /**
     * @param database not pooled: each connection it gives is a session of its own. It should have a connect timeout of a few seconds and a
     *     socket timeout, so that a server that vanished is noticed
     * @param hook what is written with the events
     * @param businessClock what {@code recordedAt} is taken from
     * @param commits is told of each commit
     */
    public LedgerWriter(
            DataSource database,
            GroupHook hook,
            InstantSource businessClock,
            LedgerSettings settings,
            CommitSignal commits) {
        this.database = database;
        this.hook = hook;
        this.businessClock = businessClock;
        this.settings = settings;
        this.commits = commits;
        this.queue = new JobQueue(settings);
    }

    /**
     * Begins to write as soon as the lock is free; returns at once.
     *
     * @throws LedgerUnsafeException when PostgreSQL does not keep what it acknowledges
     * @throws LedgerAwayException when PostgreSQL can't be reached
     */
    public void start() {
        try (var connection = database.getConnection()) {
            Durability.require(connection);
        } catch (SQLException e) {
            throw new LedgerAwayException("PostgreSQL can't be reached, so the ledger can't be opened.", e);
        }
        thread.start();
    }

    /** Whether this instance holds the lock, and so is the one that writes and relays. */
    public boolean isActive() {
        return active.get();
    }

    /**
     * Waits until this instance writes, or the time is up.
     *
     * @return whether it does
     */
    public boolean awaitActive(Duration most) throws InterruptedException {
        return active.await(isActive -> isActive, most);
    }

    /**
     * Appends as soon as may be. The answer has the stored events with their positions, in order, and comes once they are durable. It fails
     * with
     *
     * <ul>
     *   <li>{@link ConcurrencyException} when a sequence number, or a unique entry that the {@link GroupHook} writes, was taken by another
     *   <li>{@link IdempotencyConflict} when its key has been answered
     *   <li>{@link LedgerAwayException} when the ledger can't be written now
     *   <li>whatever the {@link GroupHook} fails with
     * </ul>
     *
     * and then nothing of it is recorded.
     */
    public CompletableFuture<List<StoredEvent>> append(Append append) {
        Job job = Job.of(append);
        if (closed) {
            job.refuse(closing());
        } else if (!active.get()
                && System.nanoTime() - inactiveSince > settings.patience().toNanos()) {
            job.refuse(away());
        } else if (!queue.offer(job)) {
            job.refuse(new LedgerAwayException("Too many appends wait for the ledger."));
        } else if (closed && !thread.isAlive()) {
            queue.refuseAll(closing());
        }
        return job.answer();
    }

    /** Commits what it is at, refuses what still waits, and frees the lock. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        queue.refuseAll(closing());
    }

    private void run() {
        try {
            holdLedger();
        } finally {
            stopWriting();
            queue.refuseAll(closing());
            refuseDoubtful();
        }
    }

    private void holdLedger() {
        while (!closed) {
            try (WriterSession session = WriterSession.open(database, hook, businessClock)) {
                if (settleDoubt(session) && takeLock(session)) {
                    writeUntilClosed(session);
                }
            } catch (SQLException e) {
                warn("The ledger has no connection to PostgreSQL and takes no events until it has: " + e.getMessage());
            } catch (LedgerUnsafeException e) {
                warn(e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("The ledger's writer failed and begins anew.", e);
            }
            stopWriting();
            queue.refuseOverdue(away());
            JobQueue.pause(settings.heartbeat());
        }
    }

    private void refuseDoubtful() {
        Doubt open = doubt;
        if (open != null) {
            LedgerAwayException unknown = new LedgerAwayException(
                    "The service is stopping; whether this was recorded is unknown, so ask again with the same request.");
            answerAll(open.group(), unknown);
        }
    }

    /** Waits for the lock; false when closed before. */
    private boolean takeLock(WriterSession session) throws SQLException {
        while (!closed) {
            if (session.tryLock()) {
                session.begin(commits.head());
                return true;
            }
            say("Another instance writes the ledger; this one stands by.");
            commits.announce(session.head());
            queue.refuseOverdue(away());
            JobQueue.pause(settings.heartbeat());
        }
        return false;
    }

    private void writeUntilClosed(WriterSession session) throws SQLException {
        hook.begin(session.tip().position());
        commits.announce(session.tip().position());
        active.change(before -> true);
        say("This instance writes the ledger, from position " + session.tip().position() + " on.");
        long cleaned = System.nanoTime() - HOUSEKEEPING.toNanos();
        while (!closed) {
            if (System.nanoTime() - cleaned >= HOUSEKEEPING.toNanos()) {
                session.forgetOldAnswers();
                cleaned = System.nanoTime();
            }
            List<Job> jobs = queue.next();
            if (jobs.isEmpty()) {
                session.requireAlive();
            } else {
                commitAll(session, jobs);
            }
        }
    }

    private void stopWriting() {
        if (active.get()) {
            inactiveSince = System.nanoTime();
            active.change(before -> false);
            hook.end();
        }
    }

    /** Commits the jobs together; where that fails for a reason inside them, halves them until the guilty one fails alone. */
    private void commitAll(WriterSession session, List<Job> jobs) throws SQLException {
        Deque<List<Job>> parts = new ArrayDeque<>();
        parts.push(jobs);
        while (!parts.isEmpty()) {
            List<Job> part = parts.pop();
            try {
                commit(session, part);
            } catch (SQLException | RuntimeException e) {
                if (!session.rollBack()) {
                    if (doubt == null) {
                        queue.putBack(part);
                    }
                    parts.forEach(queue::putBack);
                    throw new SQLException("the connection was lost: " + e.getMessage(), e);
                }
                doubt = null;
                if (part.size() == 1) {
                    part.getFirst().refuse(refusal(e));
                } else {
                    parts.push(part.subList(part.size() / 2, part.size()));
                    parts.push(part.subList(0, part.size() / 2));
                }
            }
        }
    }

    private void commit(WriterSession session, List<Job> jobs) throws SQLException {
        Group group = session.write(jobs);
        if (group.writesNothing()) {
            session.rollBack();
        } else {
            doubt = new Doubt(group, session.backend());
            session.commit();
            doubt = null;
            session.committed(group);
        }
        answer(group);
    }

    /** Finds out whether a group in doubt was committed; false while the server may still be at it. */
    private boolean settleDoubt(WriterSession session) throws SQLException {
        Doubt open = doubt;
        if (open == null) {
            return true;
        }
        if (session.lockIsHeldBy(open.backend())) {
            return false;
        }
        boolean committed = session.contains(open.group());
        doubt = null;
        if (committed) {
            LOG.info(
                    "A group in doubt was committed, up to position {}.",
                    open.group().tip().position());
            answer(open.group());
        } else {
            LOG.info("A group in doubt was not committed.");
            answerAll(open.group(), away());
        }
        return true;
    }

    private void answer(Group group) {
        if (!group.events().isEmpty()) {
            tellHook(group);
            commits.announce(group.tip().position());
        }
        group.accepted().forEach(in -> in.job().answer().complete(in.stored()));
        group.refused().forEach(out -> out.job().refuse(out.why()));
    }

    private void tellHook(Group group) {
        try {
            hook.afterCommit(group.events());
        } catch (RuntimeException e) {
            LOG.error("Events are committed, but what follows a commit failed.", e);
        }
    }

    private static void answerAll(Group group, RuntimeException why) {
        group.accepted().forEach(in -> in.job().refuse(why));
        group.refused().forEach(out -> out.job().refuse(why));
    }

    private void say(String sentence) {
        sayOnce(Level.INFO, sentence);
    }

    private void warn(String sentence) {
        sayOnce(Level.WARN, sentence);
    }

    private void sayOnce(Level level, String sentence) {
        if (!sentence.equals(lastSaid)) {
            lastSaid = sentence;
            LOG.atLevel(level).log(sentence);
        }
    }

    private static LedgerAwayException away() {
        return new LedgerAwayException("The ledger can't be written at the moment.");
    }

    private static LedgerAwayException closing() {
        return new LedgerAwayException("The service is stopping.");
    }

    /** What the caller is told of a failure inside its own append. */
    private static RuntimeException refusal(Exception e) {
        if (!(e instanceof SQLException sql)) {
            return (RuntimeException) e;
        }
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (state.equals("23505")) {
            return new ConcurrencyException("Another command took what this one wanted to record.", sql);
        }
        if (state.startsWith("53") || state.startsWith("57")) {
            return new LedgerAwayException("PostgreSQL can't record at the moment.", sql);
        }
        return new IllegalStateException("The ledger could not record an append.", sql);
    }
}
