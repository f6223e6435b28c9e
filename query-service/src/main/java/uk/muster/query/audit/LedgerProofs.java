package uk.muster.query.audit;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.merkle.MerkleTree;

/** Proofs (RFC 9162) that an event is in a checkpoint, and that a later checkpoint goes on from an earlier one. */
final class LedgerProofs {

    private final Checkpoints checkpoints;
    private final MerkleTree tree;

    LedgerProofs(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
        this.tree = new MerkleTree(checkpoints);
    }

    /**
     * That the event at a position is in the tree of the first {@code size} events, as leaf {@code position - 1}.
     *
     * @param proof hashes in hexadecimal, the lowest first
     */
    record Inclusion(long position, long size, List<String> proof) {}

    /** That the tree of the first {@code from} events is the beginning of that of the first {@code to}. */
    record Consistency(long from, long to, List<String> proof) {}

    /** What binds an export to a checkpoint. */
    record Binding(String checkpoint, List<String> inclusion) {}

    /** @param size the newest checkpoint's when it is left out */
    Inclusion inclusion(long position, @Nullable Long size) {
        long newest = newestSize();
        long within = size == null ? newest : size;
        if (position < 1 || position > within || within > newest) {
            throw Problem.invalid("position must be at least 1 and at most size, which must be at most " + newest
                            + ", the size of the newest checkpoint.")
                    .asException();
        }
        return new Inclusion(position, within, hex(tree.inclusion(position - 1, within)));
    }

    /** @param to the newest checkpoint's size when it is left out */
    Consistency consistency(long from, @Nullable Long to) {
        long newest = newestSize();
        long end = to == null ? newest : to;
        if (from < 1 || from > end || end > newest) {
            throw Problem.invalid("from must be at least 1 and at most to, which must be at most " + newest
                            + ", the size of the newest checkpoint.")
                    .asException();
        }
        return new Consistency(from, end, hex(tree.consistency(from, end)));
    }

    /** The newest checkpoint with the proof of the event at a position; empty when none covers it yet. */
    Optional<Binding> bind(long position) {
        return checkpoints
                .newest()
                .filter(checkpoint -> checkpoint.size() >= position)
                .map(checkpoint ->
                        new Binding(checkpoint.note(), hex(tree.inclusion(position - 1, checkpoint.size()))));
    }

    Optional<CheckpointRecord> newest() {
        return checkpoints.newest();
    }

    static ProblemException noCheckpoint() {
        return Problem.unknown("There is no checkpoint yet.").asException();
    }

    private long newestSize() {
        return newest().map(CheckpointRecord::size).orElseThrow(LedgerProofs::noCheckpoint);
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }
}
