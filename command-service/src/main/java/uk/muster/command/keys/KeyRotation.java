package uk.muster.command.keys;

import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.kernel.sealing.MasterKeyFile;

/**
 * Wraps every data key anew by the newest master key of the file, while everything runs. One that is wrapped by it already is passed over, so that what a
 * kill left undone is done by beginning again. At the end the table is written anew without what its rows held before: then nothing in it opens under a
 * master key that is thrown away.
 */
public final class KeyRotation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
    private static final int KEYS_AT_ONCE = 500;

    private final JdbcTemplate connections;
    private final JdbcClient database;
    private final MasterKeyFile master;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean closed;
    private volatile State state = new State(Phase.NONE, 0, 0);

    /** How far it is. */
    public enum Phase {
        NONE,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * @param done how many keys were looked at
     * @param total how many there were when it began
     */
    public record State(Phase phase, long done, long total) {}

    public KeyRotation(DataSource database, MasterKeyFile master) {
        this.connections = new JdbcTemplate(database);
        this.database = JdbcClient.create(database);
        this.master = master;
    }

    public State state() {
        return state;
    }

    /**
     * Begins, on a thread of its own.
     *
     * @return whether none was under way
     */
    public boolean begin() {
        if (!running.compareAndSet(false, true)) {
            return false;
        }
        state = new State(Phase.RUNNING, 0, 0);
        Thread.ofPlatform().name("key-rotation").daemon().start(this::run);
        return true;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void run() {
        try {
            master.reload();
            rewrap();
            if (!closed) {
                writeTableAnew();
                state = new State(Phase.DONE, state.done(), state.total());
                LOG.info("All {} data keys are wrapped by the newest master key.", state.total());
            }
        } catch (DataAccessException | IllegalStateException | IllegalArgumentException e) {
            state = new State(Phase.FAILED, state.done(), state.total());
            LOG.warn(
                    "Data keys can't be wrapped anew: {}. Begin again.",
                    e.getClass().getName());
            LOG.debug("The rotation was broken off.", e);
        } finally {
            running.set(false);
        }
    }

    /** In the order of their numbers; a key that is made meanwhile is wrapped by the newest already. */
    private void rewrap() {
        long total = database.sql("SELECT count(*) FROM muster.subject_key WHERE wrapped IS NOT NULL")
                .query(Long.class)
                .single();
        long done = 0;
        long last = -1;
        List<Wrapped> page = after(last);
        while (!page.isEmpty() && !closed) {
            rewrap(page);
            done += page.size();
            last = page.getLast().number();
            state = new State(Phase.RUNNING, done, Math.max(done, total));
            page = after(last);
        }
    }

    private List<Wrapped> after(long number) {
        return database.sql("""
                        SELECT key_no, wrapped FROM muster.subject_key WHERE key_no > ? AND wrapped IS NOT NULL
                        ORDER BY key_no LIMIT ?
                        """)
                .param(number)
                .param(KEYS_AT_ONCE)
                .query((row, i) -> new Wrapped(row.getLong(1), row.getBytes(2)))
                .list();
    }

    /** All of a page at once; a key that is destroyed meanwhile stays destroyed. */
    private void rewrap(List<Wrapped> page) {
        List<Wrapped> old =
                page.stream().filter(key -> !master.isNewest(key.wrapped())).toList();
        if (!old.isEmpty()) {
            database.sql("""
                            UPDATE muster.subject_key AS k SET wrapped = fresh.after
                            FROM unnest(CAST(? AS bigint[]), CAST(? AS bytea[]), CAST(? AS bytea[])) AS fresh (key_no, before, after)
                            WHERE k.key_no = fresh.key_no AND k.wrapped = fresh.before
                            """)
                    .param(old.stream().map(Wrapped::number).toArray(Long[]::new))
                    .param(old.stream().map(Wrapped::wrapped).toArray(byte[][]::new))
                    .param(old.stream()
                            .map(key -> master.wrap(master.unwrap(key.wrapped())))
                            .toArray(byte[][]::new))
                    .update();
        }
    }

    /** However long that takes; nobody else reads the table meanwhile. */
    private void writeTableAnew() {
        connections.execute((ConnectionCallback<Boolean>) connection -> {
            connection.setNetworkTimeout(Runnable::run, 0);
            try (Statement statement = connection.createStatement()) {
                return statement.execute("VACUUM (FULL) muster.subject_key");
            }
        });
    }

    @SuppressWarnings("ArrayRecordComponent") // a key on its way
    private record Wrapped(long number, byte[] wrapped) {}
}
