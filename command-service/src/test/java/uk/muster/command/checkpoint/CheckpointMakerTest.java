package uk.muster.command.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.muster.command.ledger.TestLedger;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.merkle.MerkleHash;
import uk.muster.kernel.merkle.MerkleTree;
import uk.muster.verifier.proof.BrokenNoteException;
import uk.muster.verifier.proof.Checkpoint;
import uk.muster.verifier.proof.MerkleProofs;

class CheckpointMakerTest {

    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    Path folder;

    private final BlockingQueue<String> published = new LinkedBlockingQueue<>();
    private TestKeys keys;
    private TestLedger ledger;
    private CheckpointTables tables;

    @BeforeEach
    void open() {
        keys = TestKeys.in(folder);
        ledger = TestLedger.open();
        tables = new CheckpointTables(ledger.pool);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private CheckpointMaker maker(int events, Duration interval) {
        return maker(events, interval, new Outside(published));
    }

    private CheckpointMaker maker(int events, Duration interval, Publisher publisher) {
        return new CheckpointMaker(
                ledger.writer,
                ledger.commits,
                ledger.pool,
                keys.signer(),
                List.of(publisher),
                new CheckpointSettings(events, interval));
    }

    private void append(int from, int to) {
        List<CompletableFuture<List<StoredEvent>>> answers = IntStream.range(from, to)
                .mapToObj(n -> ledger.appendLater((100_000 + n % 7) + "/" + n))
                .toList();
        answers.forEach(CompletableFuture::join);
    }

    private Checkpoint next() throws InterruptedException, BrokenNoteException {
        String note = published.poll(60, TimeUnit.SECONDS);
        assertThat(note).as("a checkpoint in time").isNotNull();
        return Checkpoint.parse(note);
    }

    @Test
    void signsWhatTheLedgerIsAfterSoManyEvents() throws InterruptedException, BrokenNoteException {
        append(0, 700);
        try (CheckpointMaker maker = maker(300, NEVER)) {
            maker.start();
            Checkpoint first = next();
            append(700, 1_000);
            Checkpoint second = next();

            List<byte[]> hashes = ledger.reader.after(0, 2_000).stream()
                    .map(StoredEvent::hash)
                    .toList();
            var whole = uk.muster.verifier.proof.MerkleTree.of(hashes);
            assertThat(first.size()).isEqualTo(700);
            assertThat(first.root()).isEqualTo(whole.root(700));
            assertThat(second.size()).isEqualTo(1_000);
            assertThat(second.root()).isEqualTo(whole.root(1_000));
            assertThat(first.isSignedBy(keys.auditors())).isTrue();
            MerkleTree kept = new MerkleTree(tables);
            assertThat(MerkleProofs.consistent(700, first.root(), 1_000, second.root(), kept.consistency(700, 1_000)))
                    .isTrue();
            assertThat(MerkleProofs.includes(
                            MerkleHash.leaf(hashes.get(554)), 554, 1_000, kept.inclusion(554, 1_000), second.root()))
                    .isTrue();
            assertThat(tables.count(8)).isEqualTo(3);
        }
    }

    @Test
    void signsAfterSoLongWhenThereIsSomethingNew() throws InterruptedException, BrokenNoteException {
        append(0, 5);
        CheckpointMaker maker = maker(1_000_000, Duration.ZERO);
        maker.follow();
        assertThat(next().size()).isEqualTo(5);
        maker.follow();
        assertThat(published).as("nothing new, nothing signed").isEmpty();
        append(5, 6);
        maker.follow();
        assertThat(next().size()).isEqualTo(6);
    }

    @Test
    void aStartPublishesTheNewestAgainAndGoesOn() throws InterruptedException, BrokenNoteException {
        append(0, 10);
        maker(10, NEVER).follow();
        assertThat(next().size()).isEqualTo(10);
        append(10, 20);
        CheckpointMaker another = maker(100, NEVER);
        another.follow();
        assertThat(next().size()).isEqualTo(10);
        append(20, 110);
        another.follow();
        assertThat(next().size()).isEqualTo(110);
    }

    @Test
    void whatCouldNotBePublishedIsPublishedLater() throws InterruptedException, BrokenNoteException {
        append(0, 10);
        Outside outside = new Outside(published);
        outside.away = true;
        CheckpointMaker maker = maker(10, NEVER, outside);
        maker.follow();
        assertThat(published).isEmpty();
        outside.away = false;
        maker.follow();
        assertThat(next().size()).isEqualTo(10);
    }

    /** Whoever has the whole database may cut the ledger back and go on in another way: what was signed does not fit it any more. */
    @Test
    void aLedgerThatIsNotTheOneOfTheLastCheckpointIsNotSigned() throws InterruptedException {
        append(0, 60);
        tables.add(new CheckpointTables.Made(12, new byte[32], "of another ledger"));

        maker(10, NEVER).follow();

        assertThat(published).isEmpty();
        assertThat(tables.last().orElseThrow().size()).isEqualTo(12);
    }

    @Test
    void nobodyMayChangeOrTakeBackACheckpoint() throws SQLException {
        try (Connection connection = ledger.pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String change : List.of(
                    "DELETE FROM muster.checkpoint",
                    "UPDATE muster.checkpoint SET note = ''",
                    "DELETE FROM muster.merkle_node",
                    "TRUNCATE muster.merkle_node")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void keysThatAreNoPairAreRefused() {
        assertThatThrownBy(() ->
                        NoteSigner.of(keys.privateKey(), TestKeys.in(folder).publicKey()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not a pair");
    }

    @Test
    void theFileHoldsTheNewest() throws IOException {
        Path file = folder.resolve("out").resolve("checkpoint");
        CheckpointFile publisher = new CheckpointFile(file);

        assertThat(publisher.publish("one\n")).isTrue();
        assertThat(publisher.publish("two\n")).isTrue();
        assertThat(file).hasContent("two\n");
        assertThat(new CheckpointFile(file.resolve("below")).publish("three\n")).isFalse();
    }

    /** Takes what comes, once it is there. */
    private static final class Outside implements Publisher {

        private final BlockingQueue<String> published;
        private boolean away;

        Outside(BlockingQueue<String> published) {
            this.published = published;
        }

        @Override
        public String name() {
            return "outside";
        }

        @Override
        public boolean publish(String note) {
            return !away && published.add(note);
        }
    }
}
