package uk.muster.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.identity.Urn;
import uk.muster.verifier.proof.BrokenNoteException;
import uk.muster.verifier.proof.NoteKey;

/** Whatever is altered, left out, moved or slipped in is found, at the first line that it touches. */
class TamperingTest {

    private static final int EVENTS = 40;
    private static final List<String> SCHOOL =
            TestExport.of(EVENTS, new Urn(900_001)).lines("");
    private static final List<String> LEDGER = TestExport.of(
                    EVENTS, new Urn(900_001), new Urn(900_002), new Urn(900_003))
            .lines("");
    private static final List<String> PROVEN =
            TestExport.of(EVENTS, new Urn(900_001), new Urn(900_002)).proven(1, 5, 7, 39);
    private static final List<String> ELSEWHERE =
            TestExport.of(EVENTS, new Urn(900_001), new Urn(900_004)).lines("");

    private static Verdict.Wrong wrong(List<String> lines) {
        return wrong(TestExport.check(lines, null));
    }

    private static Verdict.Wrong wrong(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Wrong.class);
        return (Verdict.Wrong) verdict;
    }

    @Test
    void whatIsWholeHolds() {
        assertThat(TestExport.check(SCHOOL, null)).isInstanceOf(Verdict.Holds.class);
        assertThat(TestExport.check(LEDGER, null)).isInstanceOf(Verdict.Holds.class);
        assertThat(TestExport.check(ELSEWHERE, null)).isInstanceOf(Verdict.Holds.class);
    }

    @Property
    void aBitFlippedAnywhereIsFoundInItsLine(
            @ForAll @IntRange(max = EVENTS) int line,
            @ForAll @IntRange(max = 100_000) int place,
            @ForAll @IntRange(max = 7) int bit)
            throws IOException {
        byte[] bytes = (String.join("\n", LEDGER) + "\n").getBytes(StandardCharsets.UTF_8);
        int start = String.join("\n", LEDGER.subList(0, line)).getBytes(StandardCharsets.UTF_8).length
                + (line == 0 ? 0 : 1);
        int length = LEDGER.get(line).getBytes(StandardCharsets.UTF_8).length;
        bytes[start + place % length] ^= (byte) (1 << bit);

        Verdict.Wrong wrong =
                wrong(new Verifier(DataRule.published(), null).check("export", new ByteArrayInputStream(bytes)));

        assertThat(wrong.line()).isEqualTo(line + 1L);
        assertThat(wrong.after()).isEqualTo(line);
    }

    @Property(tries = 1_000)
    void aBitFlippedAnywhereInAFileOfProofsIsFound(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(max = 7) int bit)
            throws IOException, BrokenNoteException {
        NoteKey key = NoteKey.parse(TestExport.SIGNER.publicKey());
        byte[] bytes = (String.join("\n", PROVEN) + "\n").getBytes(StandardCharsets.UTF_8);
        bytes[place % (bytes.length - 1)] ^= (byte) (1 << bit);

        assertThat(new Verifier(DataRule.published(), key).check("proofs", new ByteArrayInputStream(bytes)))
                .isInstanceOf(Verdict.Wrong.class);
    }

    @Property
    void anEventLeftOutOfASchoolIsFoundAtTheNext(@ForAll @IntRange(max = EVENTS - 2) int line) {
        List<String> lines = new ArrayList<>(SCHOOL);
        lines.remove(line);

        Verdict.Wrong wrong = wrong(lines);

        if (line == 0) {
            // What is left may be an export that was asked for from its second event on: the count in the closing line
            // says it is not.
            assertThat(wrong.line()).isEqualTo(EVENTS);
        } else {
            assertThat(wrong.position()).hasValue(line + 2L);
            assertThat(wrong.after()).isEqualTo(line);
        }
    }

    @Property
    void anEventLeftOutOfALedgerIsFoundWhereItWas(@ForAll @IntRange(min = 3, max = EVENTS - 2) int line) {
        List<String> lines = new ArrayList<>(LEDGER);
        lines.remove(line);

        Verdict.Wrong wrong = wrong(lines);

        assertThat(wrong.position()).hasValue(line + 1L);
        assertThat(wrong.after()).isEqualTo(line);
    }

    @Property
    void twoEventsThatChangedPlacesAreFoundAtTheFirst(
            @ForAll @IntRange(max = EVENTS - 1) int one, @ForAll @IntRange(max = EVENTS - 1) int other) {
        Assume.that(one < other);
        List<String> lines = new ArrayList<>(SCHOOL);
        Collections.swap(lines, one, other);

        Verdict.Wrong wrong = wrong(lines);

        // Where the first event was moved away, what took its place could begin an export: then the line after it can't
        // be.
        assertThat(wrong.line()).isEqualTo(one == 0 ? 2L : one + 1L);
    }

    @Property
    void anEventSlippedInIsFound(
            @ForAll @IntRange(max = EVENTS) int at,
            @ForAll @IntRange(max = EVENTS - 1) int which,
            @ForAll boolean ofHere) {
        List<String> lines = new ArrayList<>(SCHOOL);
        lines.add(at, (ofHere ? SCHOOL : ELSEWHERE).get(which));

        Verdict.Wrong wrong = wrong(lines);

        assertThat(wrong.line()).isBetween(at == 0 ? 1L : at + 1L, at + 2L);
    }

    @Property
    void aCutTailIsFound(@ForAll @IntRange(min = 1, max = 1_000_000) int cut) throws IOException {
        byte[] bytes = String.join("\n", SCHOOL).getBytes(StandardCharsets.UTF_8);
        int length = bytes.length - 1 - cut % (bytes.length - 1);

        Verdict verdict =
                new Verifier(DataRule.published(), null).check("export", new ByteArrayInputStream(bytes, 0, length));

        assertThat(wrong(verdict).inWords())
                .containsAnyOf("there is no closing line", "it ends too early", "it is no JSON");
    }

    @Property
    void aTailLeftOutBeforeTheClosingLineIsFound(@ForAll @IntRange(max = EVENTS - 1) int kept) {
        List<String> lines = new ArrayList<>(SCHOOL.subList(0, kept));
        lines.add(SCHOOL.getLast());

        assertThat(wrong(lines).after()).isEqualTo(kept);
    }

    @Test
    void whatFollowsTheClosingLineIsFound() {
        List<String> lines = new ArrayList<>(SCHOOL);
        lines.add(SCHOOL.getLast());

        assertThat(wrong(lines).line()).isEqualTo(EVENTS + 2L);
    }
}
