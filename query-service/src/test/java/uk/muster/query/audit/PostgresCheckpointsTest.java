package uk.muster.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.kernel.merkle.KeptNodes;
import uk.muster.kernel.merkle.MerkleHash;
import uk.muster.verifier.proof.MerkleProofs;
import uk.muster.verifier.proof.MerkleTree;

/** Every statement against a real PostgreSQL with command-service's schema, by the role that may only read. */
class PostgresCheckpointsTest {

    private static final Path MIGRATIONS = Path.of("../command-service/src/main/resources/db/migration");
    private static final int EVENTS = 700;
    private static final EmbeddedPostgres POSTGRES = start();
    private static final JdbcClient OWNER = JdbcClient.create(POSTGRES.getPostgresDatabase());
    private static final Checkpoints CHECKPOINTS =
            new PostgresCheckpoints(JdbcClient.create(POSTGRES.getDatabase("muster_query", "postgres")));
    private static MerkleTree reference = MerkleTree.of(List.of());

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void fill() throws IOException {
        OWNER.sql("CREATE ROLE muster_command LOGIN").update();
        OWNER.sql("CREATE ROLE muster_query LOGIN").update();
        OWNER.sql("CREATE SCHEMA muster").update();
        OWNER.sql(Files.readString(MIGRATIONS.resolve("V1__ledger.sql"))).update();
        OWNER.sql(Files.readString(MIGRATIONS.resolve("V4__checkpoint.sql"))).update();
        OWNER.sql(
                        "INSERT INTO muster.event SELECT n, gen_random_uuid(), 123456, '123456', n - 1, 'some.v1', now(), '', '',"
                                + " sha256(''), sha256(n::text::bytea) FROM generate_series(1, ?) AS n")
                .param(EVENTS)
                .update();
        reference = MerkleTree.of(OWNER.sql("SELECT hash FROM muster.event ORDER BY position")
                .query((row, number) -> row.getBytes(1))
                .list());
        for (int number = 0; number < EVENTS / KeptNodes.FAN; number++) {
            OWNER.sql("INSERT INTO muster.merkle_node VALUES (8, ?, ?)")
                    .params(
                            number,
                            MerkleHash.fold(reference
                                    .leafHashes()
                                    .subList(number * KeptNodes.FAN, (number + 1) * KeptNodes.FAN)))
                    .update();
        }
        for (int size : Set.of(300, 600, 700)) {
            OWNER.sql("INSERT INTO muster.checkpoint (size, root, note) VALUES (?, ?, ?)")
                    .params(size, reference.root(size), "note of " + size)
                    .update();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        POSTGRES.close();
    }

    @Test
    void theNewestIsTheLargest() {
        CheckpointRecord newest = CHECKPOINTS.newest().orElseThrow();

        assertThat(newest.size()).isEqualTo(700);
        assertThat(newest.root()).isEqualTo(HexFormat.of().formatHex(reference.root(700)));
        assertThat(newest.note()).isEqualTo("note of 700");
        assertThat(newest.madeAt()).isNotNull();
    }

    @Test
    void theyComeLargestFirst() {
        assertThat(CHECKPOINTS.below(700, 5).stream().map(CheckpointRecord::size))
                .containsExactly(600L, 300L);
        assertThat(CHECKPOINTS.below(300, 5)).isEmpty();
    }

    @Test
    void proofsAreReadFromLeavesAndNodes() {
        LedgerProofs proofs = new LedgerProofs(CHECKPOINTS);
        HexFormat hex = HexFormat.of();

        List<byte[]> inclusion =
                proofs.inclusion(555, 600L).proof().stream().map(hex::parseHex).toList();
        List<byte[]> consistency = proofs.consistency(300, null).proof().stream()
                .map(hex::parseHex)
                .toList();

        assertThat(MerkleProofs.includes(reference.leafHashes().get(554), 554, 600, inclusion, reference.root(600)))
                .isTrue();
        assertThat(MerkleProofs.consistent(300, reference.root(300), 700, reference.root(700), consistency))
                .isTrue();
    }
}
