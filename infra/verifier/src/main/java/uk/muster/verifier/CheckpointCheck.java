package uk.muster.verifier;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import uk.muster.verifier.proof.BrokenNoteException;
import uk.muster.verifier.proof.Checkpoint;
import uk.muster.verifier.proof.MerkleHash;
import uk.muster.verifier.proof.MerkleProofs;
import uk.muster.verifier.proof.NoteKey;

/**
 * Checks the checkpoint of a closing line. Its inclusion proof binds the last event to it, and each event before that is bound to the last one of its
 * school by the hashes: so it is the whole of a school's export that the signature covers.
 */
final class CheckpointCheck {

    private final @Nullable NoteKey key;

    CheckpointCheck(@Nullable NoteKey key) {
        this.key = key;
    }

    /** What is found of a checkpoint's signature, to go on after a comma. */
    String signature(Checkpoint checkpoint) throws Fault {
        if (key == null) {
            return "and without --key its signature was not checked";
        }
        if (!checkpoint.isSignedBy(key)) {
            throw new Fault("the checkpoint is not signed by " + key.name() + " with this key");
        }
        return "signed by " + key.name();
    }

    /** What was found, as a sentence. */
    String check(Export export) throws WrongLineException {
        Event last = export.last();
        String note = export.closing().checkpoint();
        if (note == null || last == null) {
            if (key != null) {
                throw export.wrong(OptionalLong.empty(), "there is no checkpoint that the key could be tried on");
            }
            return "It holds no checkpoint, so no signature was checked.";
        }
        try {
            Checkpoint checkpoint = Checkpoint.parse(note);
            if (!MerkleProofs.includes(
                    MerkleHash.leaf(last.hash()),
                    last.position() - 1,
                    checkpoint.size(),
                    export.closing().proof(),
                    checkpoint.root())) {
                throw new Fault("the checkpoint's tree does not hold this event at its position");
            }
            return "Its last event is in the checkpoint of size " + checkpoint.size() + ", " + signature(checkpoint)
                    + ".";
        } catch (BrokenNoteException e) {
            throw export.wrong(OptionalLong.of(last.position()), "of the checkpoint, " + e.getMessage());
        } catch (Fault e) {
            throw export.wrong(OptionalLong.of(last.position()), e.getMessage());
        }
    }
}
