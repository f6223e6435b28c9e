package uk.muster.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.muster.kernel.identity.Urn;
import uk.muster.verifier.proof.TestSigner;

/** What the program says and exits with. */
class VerifierTest {

    private static final String ONE = "900001";
    private static final TestExport LEDGER = TestExport.of(30, new Urn(900_001), new Urn(900_002));
    private static final TestExport OTHER = TestExport.of(31, new Urn(900_001), new Urn(900_003), new Urn(900_002));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        out.reset();
        err.reset();
        return new Main(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines).toString();
    }

    private String key(TestSigner signer) throws IOException {
        return Files.writeString(folder.resolve("key.pub"), signer.publicKey() + "\n")
                .toString();
    }

    @BeforeEach
    void write() throws IOException {
        file("school", LEDGER.lines(ONE));
        file("ledger", LEDGER.lines(""));
        file("sealed", LEDGER.sealed(ONE));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void saysWhatItChecked() {
        assertThat(run(path("school"))).isZero();
        assertThat(said())
                .contains("15 events hold, of school 900001, from position 1 (the first) to position 29, last hash ")
                .contains("erased")
                .contains("no signature was checked");
        assertThat(run(path("ledger"))).isZero();
        assertThat(said()).contains("30 events hold, of the whole ledger with 2 schools");
    }

    @Test
    void namesTheFirstPositionThatIsWrong() throws IOException {
        List<String> lines = LEDGER.lines(ONE);
        String altered = lines.get(3).replace("\"session\":\"AM\"", "\"session\":\"PM\"");
        assertThat(run(file("altered", List.of(lines.get(0), lines.get(1), lines.get(2), altered))))
                .isEqualTo(1);
        assertThat(said()).startsWith("Position 7 is wrong: data.session does not follow from its payload.");
    }

    @Test
    void aPartOfAnExportSaysThatItIsOne() throws IOException {
        List<String> lines = LEDGER.lines(ONE);
        assertThat(run(file("part", TestExport.closed(lines.subList(3, 6))))).isZero();
        assertThat(said()).contains("from position 7 (earlier ones are not in this export) to position 11");
    }

    @Test
    void checksTheSignatureWithTheKey() throws IOException {
        assertThat(run(path("sealed"), "--key", key(TestExport.SIGNER))).isZero();
        assertThat(said()).contains("in the checkpoint of size 30, signed by ledger.example/one");
        assertThat(run(path("sealed"))).isZero();
        assertThat(said()).contains("without --key its signature was not checked");
        assertThat(run(path("sealed"), "--key", key(new TestSigner("ledger.example/one"))))
                .isEqualTo(1);
        assertThat(said()).contains("Position 29 is wrong: the checkpoint is not signed by ledger.example/one");
    }

    @Test
    void whereASignatureIsWantedAndNoneIsThereItDoesNotHold() throws IOException {
        assertThat(run(path("school"), "--key", key(TestExport.SIGNER))).isEqualTo(1);
        assertThat(said()).contains("there is no checkpoint");
    }

    /** Somebody who can make every hash anew has no signature over them. */
    @Test
    void aLedgerMadeAnewIsNotInTheCheckpoint() throws IOException {
        List<String> anew = OTHER.lines(ONE);
        String checkpoint = LEDGER.sealed(ONE).getLast();
        String closing = checkpoint.substring(checkpoint.indexOf(",\"checkpoint\""));
        anew.set(anew.size() - 1, anew.getLast().replaceAll("}}$", "").concat(closing));

        assertThat(run(file("anew", anew))).isEqualTo(1);
        assertThat(said()).contains("the checkpoint's tree does not hold this event at its position");
    }

    @Test
    void twoExportsOfOneLedgerAgree() throws IOException {
        String begun = file("begun", TestExport.closed(LEDGER.lines(ONE).subList(0, 6)));
        String rest = file("rest", TestExport.closed(LEDGER.lines(ONE).subList(6, 15)));

        assertThat(run(path("school"), "--against", begun)).isZero();
        assertThat(said()).contains("6 events in both, 9 in the first alone, 0 in the second alone");
        assertThat(run(begun, "--against", path("ledger"))).isZero();
        assertThat(run(begun, "--against", rest)).isZero();
        assertThat(said()).contains("0 events in both, 6 in the first alone, 9 in the second alone");
    }

    @Test
    void twoExportsOfDifferentLedgersDoNot() throws IOException {
        String other = file("other", OTHER.lines(ONE));
        String stranger = file("stranger", LEDGER.lines("900002"));
        String late = file("late", TestExport.closed(LEDGER.lines(ONE).subList(8, 15)));
        String early = file("early", TestExport.closed(LEDGER.lines(ONE).subList(0, 6)));

        assertThat(run(path("school"), "--against", other)).isEqualTo(1);
        assertThat(said()).startsWith("Position 4 is wrong: it does not follow position 3");
        assertThat(run(path("school"), "--against", stranger)).isEqualTo(1);
        assertThat(said()).contains("no event in common");
        assertThat(run(early, "--against", late)).isEqualTo(1);
    }

    @Test
    void whatCantBeCheckedIsNotSaidToHold() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--key")).isEqualTo(2);
        assertThat(run("--what", path("school"))).isEqualTo(2);
        assertThat(run(path("missing"))).isEqualTo(2);
        assertThat(run(path("school"), "--key", file("nokey", List.of("nothing"))))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no key of checkpoints");
        assertThat(out.size()).isZero();
        assertThat(run(file("empty", List.of()))).isEqualTo(1);
        assertThat(run(file("none", TestExport.closed(List.of())))).isZero();
        assertThat(said()).contains("no events");
    }

    @Test
    void printsItsRule() {
        assertThat(run("--rule")).isZero();
        assertThat(said()).contains("mark-amended.v1").isEqualTo(DataRule.text());
    }

    @Test
    void tellsHowAMarkWasEnteredAndAmended() {
        assertThat(run(path("sealed"), "--mark", "p2/2026-09-07/AM")).isZero();
        assertThat(said())
                .contains("15 events hold")
                .contains("p2/2026-09-07/AM is ")
                .contains("entered as / in the register of 3A by R. Okafor (Class teacher)")
                .contains("amended from N to I by Zoë Lind (Attendance officer), reason: Parent rang: \"a cold\"");
        assertThat(run(path("sealed"), "--mark", "p2/2026-09-08/AM")).isZero();
        assertThat(said()).contains("No register here says anything of p2/2026-09-08/AM.");
        assertThat(run(path("sealed"), "--mark", "p2")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("A mark is named by pupil, date and session");
    }
}
