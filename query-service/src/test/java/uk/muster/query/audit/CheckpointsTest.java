package uk.muster.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.merkle.MerkleHash;
import uk.muster.query.TestService;
import uk.muster.query.testing.MemoryCheckpoints;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;
import uk.muster.verifier.DataRule;
import uk.muster.verifier.Verdict;
import uk.muster.verifier.Verifier;
import uk.muster.verifier.proof.BrokenNoteException;
import uk.muster.verifier.proof.Checkpoint;
import uk.muster.verifier.proof.MerkleProofs;
import uk.muster.verifier.proof.NoteKey;

class CheckpointsTest {

    private static final Urn URN = new Urn(160011);
    private static final String EVENTS = "/api/v1/audit/events?urn=160011";
    private static final String INCLUSION = "/api/v1/audit/proofs/inclusion";
    private static final String PROVEN = "/api/v1/audit/proofs/events?urn=160011";
    private static final String CONSISTENCY = "/api/v1/audit/proofs/consistency";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;
    private static final MemoryCheckpoints CHECKPOINTS = SERVICE.context().getBean(MemoryCheckpoints.class);
    private static long first;
    private static long second;

    @BeforeAll
    static void record() {
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "p1", "Ashworth", "4-A", LocalDate.of(2026, 9, 1));
        first = CHECKPOINTS.make().size();
        LEDGER.take(URN + "/2026-09-02/AM/4-A", "p1", "N");
        LEDGER.amend(URN + "/2026-09-02/AM/4-A", "p1", "N", "I");
        second = CHECKPOINTS.make().size();
    }

    private static List<byte[]> proof(JsonNode answer) {
        return answer.get("proof")
                .valueStream()
                .map(hash -> HexFormat.of().parseHex(hash.stringValue()))
                .toList();
    }

    private static Checkpoint checkpoint(long size) throws BrokenNoteException {
        JsonNode items = SERVICE.get(Role.AUDITOR, "/api/v1/audit/checkpoints?limit=1000")
                .json()
                .get("items");
        JsonNode item = items.valueStream()
                .filter(each -> each.get("size").longValue() == size)
                .findFirst()
                .orElseThrow();
        Checkpoint checkpoint = Checkpoint.parse(item.get("note").stringValue());
        assertThat(checkpoint.isSignedBy(NoteKey.parse(CHECKPOINTS.publicKey())))
                .isTrue();
        assertThat(HexFormat.of().formatHex(checkpoint.root()))
                .isEqualTo(item.get("root").stringValue());
        return checkpoint;
    }

    @Test
    void anExportIsBoundToTheNewestCheckpointAndVerifiedWithTheKey() throws IOException, BrokenNoteException {
        byte[] export = SERVICE.get(Role.AUDITOR, EVENTS).body().getBytes(StandardCharsets.UTF_8);

        Verdict verdict = new Verifier(DataRule.published(), NoteKey.parse(CHECKPOINTS.publicKey()))
                .check("export", new ByteArrayInputStream(export));

        assertThat(verdict).isInstanceOf(Verdict.Holds.class);
        assertThat(verdict.inWords()).contains("signed by muster.example/ledger");
    }

    @Test
    void anEventIsShownToBeInACheckpoint() throws BrokenNoteException {
        long position = LEDGER.events().stream()
                .filter(event -> event.urn().equals(URN))
                .findFirst()
                .orElseThrow()
                .position();
        byte[] hash = LEDGER.events().get((int) position - 1).hash();
        JsonNode answer = SERVICE.get(Role.AUDITOR, INCLUSION + "?position=" + position + "&size=" + second)
                .json();

        assertThat(MerkleProofs.includes(
                        MerkleHash.leaf(hash),
                        position - 1,
                        second,
                        proof(answer),
                        checkpoint(second).root()))
                .isTrue();
    }

    @Test
    void aCheckpointIsShownToGoOnFromAnEarlierOne() throws BrokenNoteException {
        JsonNode answer = SERVICE.get(Role.AUDITOR, CONSISTENCY + "?from=" + first + "&to=" + second)
                .json();

        assertThat(MerkleProofs.consistent(
                        first,
                        checkpoint(first).root(),
                        second,
                        checkpoint(second).root(),
                        proof(answer)))
                .isTrue();
    }

    @Test
    void checkpointsComeNewestFirstAndPaged() {
        JsonNode page =
                SERVICE.get(Role.AUDITOR, "/api/v1/audit/checkpoints?limit=1").json();
        assertThat(page.at("/items/0/size").longValue()).isEqualTo(second);
        JsonNode next = SERVICE.get(
                        Role.AUDITOR,
                        "/api/v1/audit/checkpoints?limit=1&cursor="
                                + page.get("nextCursor").stringValue())
                .json();
        assertThat(next.at("/items/0/size").longValue()).isEqualTo(first);
        assertThat(next.get("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/audit/proofs/inclusion, 400",
        "/api/v1/audit/proofs/inclusion?position=one, 400",
        "/api/v1/audit/proofs/inclusion?position=0, 422",
        "/api/v1/audit/proofs/inclusion?position=2&size=1, 422",
        "/api/v1/audit/proofs/inclusion?position=1&size=999999, 422",
        "/api/v1/audit/proofs/inclusion?position=1, 200",
        "/api/v1/audit/proofs/consistency?from=0, 422",
        "/api/v1/audit/proofs/consistency?from=2&to=1, 422",
        "/api/v1/audit/proofs/consistency?from=1&to=999999, 422",
        "/api/v1/audit/proofs/consistency?from=1, 200"
    })
    void whatNoCheckpointCoversHasNoProof(String path, int status) {
        assertThat(SERVICE.get(Role.AUDITOR, path).status()).isEqualTo(status);
    }

    @Test
    void theyAreTheAuditorsAlone() {
        for (String path : List.of("/api/v1/audit/checkpoints", INCLUSION + "?position=1", CONSISTENCY + "?from=1")) {
            assertThat(SERVICE.get(Role.HEAD, path).status()).isEqualTo(403);
        }
    }

    @Test
    void singleEventsAreProvenAndVerifiedWithTheKey() throws IOException, BrokenNoteException {
        List<Long> positions = LEDGER.events().stream()
                .filter(event -> event.urn().equals(URN))
                .map(StoredEvent::position)
                .toList();
        String path = PROVEN + "&position=" + positions.getFirst() + "&position=" + positions.getLast();

        String proofs = SERVICE.get(Role.AUDITOR, path).body();

        assertThat(new Verifier(DataRule.published(), NoteKey.parse(CHECKPOINTS.publicKey()))
                        .check("proofs", new ByteArrayInputStream(proofs.getBytes(StandardCharsets.UTF_8)))
                        .inWords())
                .startsWith("2 events hold and are in the checkpoint of size ")
                .contains("signed by muster.example/ledger");
    }

    @Test
    void whatIsNoEventOfTheSchoolIsNotProven() {
        assertThat(SERVICE.get(Role.AUDITOR, PROVEN + "&position=999999").status())
                .isEqualTo(404);
        assertThat(SERVICE.get(Role.AUDITOR, PROVEN).status()).isEqualTo(400);
        assertThat(SERVICE.get(Role.HEAD, PROVEN + "&position=1").status()).isEqualTo(403);
    }

    @Test
    void theWholeLedgerIsForAnAuditorOfEverySchool() throws IOException {
        String whole = SERVICE.getFor(Role.AUDITOR, "*", "/api/v1/audit/events").body();

        assertThat(new Verifier(DataRule.published(), null)
                        .check("export", new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Verdict.Holds.class);
        assertThat(whole).contains("withheld").doesNotContain("R. Okafor", "\"p1\"");
        assertThat(SERVICE.getFor(Role.AUDITOR, URN.toString(), "/api/v1/audit/events")
                        .status())
                .isEqualTo(403);
    }
}
