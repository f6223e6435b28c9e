package uk.muster.verifier;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import uk.muster.verifier.proof.NoteKey;

/**
 * Checks exports of a ledger: each line's hash, its link to the line before of its school, that all it shows follows from what was hashed, the closing
 * line and the checkpoint in it. An export is read as a stream, in memory that does not grow with it.
 */
public final class Verifier {

    private final DataRule rule;
    private final CheckpointCheck checkpoints;

    /**
     * @param key by which checkpoints must be signed; null to leave signatures unchecked
     */
    public Verifier(DataRule rule, @Nullable NoteKey key) {
        this.rule = rule;
        this.checkpoints = new CheckpointCheck(key);
    }

    /**
     * Checks one export, or one file of single events with their proofs.
     *
     * @param name what to call it
     * @throws IOException when it can't be read
     */
    public Verdict check(String name, InputStream in) throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        if (!ProofFile.isNext(buffered)) {
            return check(new Export(name, buffered, rule));
        }
        try {
            return new Verdict.Holds(new ProofFile(name, buffered, rule).check(checkpoints));
        } catch (WrongLineException e) {
            return e.wrong();
        }
    }

    /**
     * Checks one export, and tells what it says of a mark.
     *
     * @param mark as {@link MarkHistory#of} has it
     * @throws IOException when it can't be read
     */
    public Verdict check(String name, InputStream in, String mark) throws IOException {
        MarkHistory history = MarkHistory.of(mark);
        Export export = new Export(name, in, rule, history);
        Verdict verdict = check(export);
        return verdict instanceof Verdict.Holds holds
                ? new Verdict.Holds(holds.inWords() + "\n" + history.inWords())
                : verdict;
    }

    private Verdict check(Export export) throws IOException {
        try {
            while (export.next() != null) {
                // Each event is checked as it is read.
            }
            return new Verdict.Holds(inWords(export, checkpoints.check(export)));
        } catch (WrongLineException e) {
            return e.wrong();
        }
    }

    /**
     * Checks two exports, and that they are of one ledger: where both have a position they have the same event there, and together they are one
     * chain of each school.
     *
     * @throws IOException when one can't be read
     */
    public Verdict compare(String name, InputStream in, String otherName, InputStream otherIn) throws IOException {
        Export export = new Export(name, in, rule);
        Export other = new Export(otherName, otherIn, rule);
        try {
            String together = new Comparison(export, other).inWords();
            return new Verdict.Holds(inWords(export, checkpoints.check(export)) + "\n"
                    + inWords(other, checkpoints.check(other)) + "\n" + together);
        } catch (WrongLineException e) {
            return e.wrong();
        }
    }

    private static String inWords(Export export, String ofCheckpoint) {
        Chains chains = export.chains();
        Event last = export.last();
        if (last == null) {
            return "The export holds no events. " + ofCheckpoint;
        }
        return "%s %s, from position %d%s to position %d, last hash %s. %s%s"
                .formatted(
                        export.count() == 1 ? "1 event holds," : export.count() + " events hold,",
                        ofSchools(chains),
                        chains.firstPosition(),
                        chains.fromTheStart() ? " (the first)" : " (earlier ones are not in this export)",
                        chains.lastPosition(),
                        HexFormat.of().formatHex(last.hash()),
                        export.unproven(),
                        ofCheckpoint);
    }

    private static String ofSchools(Chains chains) {
        int schools = chains.lastOfSchools().size();
        return schools == 1
                ? "of school " + chains.lastOfSchools().keySet().iterator().next()
                : "of the whole ledger with " + schools + " schools";
    }
}
