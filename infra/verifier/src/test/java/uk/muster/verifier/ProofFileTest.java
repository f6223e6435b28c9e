package uk.muster.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.identity.Urn;
import uk.muster.verifier.proof.BrokenNoteException;
import uk.muster.verifier.proof.NoteKey;
import uk.muster.verifier.proof.TestSigner;

/** Single events with their proofs. */
class ProofFileTest {

    private static final TestExport LEDGER = TestExport.of(30, new Urn(900_001), new Urn(900_002));
    private static final List<String> PROVEN = LEDGER.proven(3, 7, 8, 30);

    private static NoteKey key(TestSigner signer) {
        try {
            return NoteKey.parse(signer.publicKey());
        } catch (BrokenNoteException e) {
            throw new AssertionError(e);
        }
    }

    private static String said(List<String> lines) {
        return TestExport.check(lines, key(TestExport.SIGNER)).inWords();
    }

    private static List<String> changed(int line, String from, String to) {
        List<String> changed = new ArrayList<>(PROVEN);
        assertThat(changed.get(line)).contains(from);
        changed.set(line, changed.get(line).replace(from, to));
        return changed;
    }

    @Test
    void eachEventHoldsAndIsInTheSignedCheckpoint() {
        assertThat(TestExport.check(PROVEN, key(TestExport.SIGNER)))
                .isInstanceOfSatisfying(
                        Verdict.Holds.class,
                        holds -> assertThat(holds.inWords())
                                .startsWith(
                                        "4 events hold and are in the checkpoint of size 30, signed by ledger.example/one.")
                                .endsWith("What lies between them is not told here: that takes an export."));
    }

    @Test
    void withoutAKeyItSaysThatTheSignatureWasNotChecked() {
        assertThat(TestExport.check(PROVEN, null).inWords()).contains("without --key its signature was not checked");
    }

    @Test
    void aKeyOfSomebodyElseIsFound() {
        assertThat(TestExport.check(PROVEN, key(new TestSigner("ledger.example/one")))
                        .inWords())
                .contains("is not signed by ledger.example/one with this key");
    }

    @Test
    void whatIsWithheldIsSaidAndNeedsNoProof() {
        int register = 3;
        String number = PROVEN.get(register).replaceAll("(?s).*\"proofs\":\"([^\"]*)\".*", "$1");
        String ofOne = List.of(number.split(" ")).stream()
                .filter(proof -> TestExport.opens(proof, "p0"))
                .findFirst()
                .orElseThrow();
        List<String> lines = changed(register, ofOne + " ", "");
        lines.set(register, lines.get(register).replace("\"pupilId\":\"p0\"", "\"pupilId\":\"withheld\""));
        assertThat(said(lines)).contains("4 events hold").contains("1 value reads withheld, and has no proof.");
    }

    @Test
    void anAlteredEventIsNamed() {
        assertThat(said(changed(3, "\"session\":\"AM\"", "\"session\":\"PM\""))).contains("is wrong");
    }

    @Test
    void aProofOfAnotherEventIsFound() {
        List<String> swapped = new ArrayList<>(PROVEN);
        Collections.swap(swapped, 2, 4);
        assertThat(said(swapped)).startsWith("Position 3 is wrong: the checkpoint's tree does not hold this event");
    }

    @Test
    void aFileThatWasCutIsFound() {
        for (int cut = 1; cut < PROVEN.size(); cut++) {
            assertThat(said(PROVEN.subList(0, cut))).contains("missing");
        }
    }

    @Test
    void somethingAddedIsFound() {
        List<String> more = new ArrayList<>(PROVEN);
        more.addAll(LEDGER.proven(30).subList(1, 3));
        assertThat(said(more)).contains("something follows the last of 4 events");
    }

    @Test
    void eventsOutOfOrderAreFound() {
        assertThat(said(LEDGER.proven(7, 3))).contains("position 3 stands after it");
    }
}
