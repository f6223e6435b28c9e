package uk.muster.command.checkpoint;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import uk.muster.command.checkpoint.CheckpointTables.Made;
import uk.muster.command.ledger.CommitSignal;
import uk.muster.command.ledger.LedgerAwayException;
import uk.muster.command.ledger.LedgerWriter;
import uk.muster.kernel.merkle.MerkleTree;

/**
 * Follows the ledger while this instance writes it, and makes checkpoints. It has a thread of its own and reads hashes alone, so that the writer never waits for it.
 *
 * <p>Before it signs it sees that the ledger goes on from the last checkpoint: from one that was cut back or altered it signs nothing any more and says so.
 */
public final class CheckpointMaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointMaker.class);

    /** Between two looks. A checkpoint falls due by time as well as by events, and nobody waits for one, so that it is looked for and not signalled. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final LedgerWriter writer;
    private final CommitSignal commits;
    private final CheckpointTables tables;
    private final TreeGrowth growth;
    private final MerkleTree tree;
    private final NoteSigner signer;
    private final CheckpointSettings settings;
    private final Map<Publisher, Long> published = new LinkedHashMap<>();
    private final Thread thread = Thread.ofPlatform().name("checkpoints").unstarted(this::run);

    private long lastMade = System.nanoTime();
    private String lastSaid = "";
    private volatile boolean closed;

    /** @param database pooled, as {@code muster_command} */
    public CheckpointMaker(
            LedgerWriter writer,
            CommitSignal commits,
            DataSource database,
            NoteSigner signer,
            List<Publisher> publishers,
            CheckpointSettings settings) {
        this.writer = writer;
        this.commits = commits;
        this.tables = new CheckpointTables(database);
        this.growth = new TreeGrowth(tables);
        this.tree = new MerkleTree(tables);
        this.signer = signer;
        this.settings = settings;
        publishers.forEach(publisher -> published.put(publisher, 0L));
    }

    /** Begins as soon as the writer is active; returns at once. */
    public void start() {
        thread.start();
    }

    /** Stops at once; the next start goes on. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                if (writer.isActive()) {
                    follow();
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            LOG.debug("The maker of checkpoints was told to stop.", e);
        }
        published.keySet().forEach(Publisher::close);
    }

    /** Looks once at how far the ledger is, and does what is due. */
    void follow() throws InterruptedException {
        try {
            Optional<Made> last = tables.last();
            long head = commits.head();
            if (isDue(head, last.map(Made::size).orElse(0L))) {
                growth.growTo(head);
                last = Optional.of(make(head, last));
            }
            if (last.isPresent()) {
                publish(last.get());
            }
        } catch (LedgerAwayException e) {
            say(Level.WARN, "Checkpoints wait for the ledger's database.");
        } catch (RuntimeException e) {
            say(Level.ERROR, "No checkpoint is made: " + e.getMessage());
        }
    }

    private boolean isDue(long head, long size) {
        return head - size >= settings.events()
                || (head > size
                        && System.nanoTime() - lastMade >= settings.interval().toNanos());
    }

    private Made make(long size, Optional<Made> last) {
        if (last.isPresent()
                && !Arrays.equals(tree.root(last.get().size()), last.get().root())) {
            throw new IllegalStateException("the ledger is not the one of the checkpoint of size "
                    + last.get().size() + ".");
        }
        byte[] root = tree.root(size);
        Made made = new Made(size, root, signer.checkpoint(size, root));
        tables.add(made);
        lastMade = System.nanoTime();
        return made;
    }

    private void publish(Made made) throws InterruptedException {
        for (Map.Entry<Publisher, Long> each : published.entrySet()) {
            if (each.getValue() < made.size()) {
                if (each.getKey().publish(made.note())) {
                    each.setValue(made.size());
                } else {
                    say(
                            Level.WARN,
                            "The checkpoint could not be published to "
                                    + each.getKey().name() + " yet.");
                }
            }
        }
    }

    /** Says what changed, once. */
    private void say(Level level, String sentence) {
        if (!sentence.equals(lastSaid)) {
            lastSaid = sentence;
            LOG.atLevel(level).log(sentence);
        }
    }
}
