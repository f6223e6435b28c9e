package uk.muster.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import uk.muster.verifier.json.Json;
import uk.muster.verifier.json.JsonReader;
import uk.muster.verifier.json.MalformedJsonException;
import uk.muster.verifier.proof.BrokenNoteException;
import uk.muster.verifier.proof.Checkpoint;
import uk.muster.verifier.proof.MerkleHash;
import uk.muster.verifier.proof.MerkleProofs;

/**
 * Single events, each with the proof that it is in one checkpoint. The first line is {@code {"proofs": {"count", "checkpoint"}}}; then comes each
 * event, a line as in an export, followed by {@code {"inclusion": [..]}}, hashes in hexadecimal from the lowest up. What lies between the events is
 * not told by such a file, only by an export.
 */
final class ProofFile {

    private static final byte[] PROOFS = Bytes.ascii("proofs");
    private static final byte[] COUNT = Bytes.ascii("count");
    private static final byte[] CHECKPOINT = Bytes.ascii("checkpoint");
    private static final byte[] INCLUSION = Bytes.ascii("inclusion");
    private static final byte[] BEGINNING = Bytes.ascii("{\"proofs\":{\"");

    private final String name;
    private final Lines lines;
    private final JsonReader reader = new JsonReader();
    private final EventCheck events;
    private long position;

    ProofFile(String name, InputStream in, DataRule rule) {
        this.name = name;
        this.lines = new Lines(in);
        this.events = new EventCheck(rule);
    }

    /** Whether what comes next is such a file; reads nothing of it. */
    static boolean isNext(InputStream markable) throws IOException {
        markable.mark(BEGINNING.length);
        byte[] beginning = markable.readNBytes(BEGINNING.length);
        markable.reset();
        return Arrays.equals(beginning, BEGINNING);
    }

    /** Checks all of it, and says what was found. */
    String check(CheckpointCheck checkpoints) throws IOException, WrongLineException {
        try {
            Json head = line("it is empty");
            int proofs = head.field(0, PROOFS);
            int count = head.field(proofs, COUNT);
            int note = head.field(proofs, CHECKPOINT);
            if (count == Json.NONE || note == Json.NONE || head.size(proofs) != 2 || head.size(0) != 1) {
                throw new Fault("the first line is not as it should be");
            }
            long wanted = head.wholeNumber(count);
            Checkpoint checkpoint = Checkpoint.parse(head.text(note));
            String signed = checkpoints.signature(checkpoint);
            for (long i = 0; i < wanted; i++) {
                event(checkpoint);
            }
            if (lines.next()) {
                throw new Fault("something follows the last of " + wanted + " events");
            }
            return "%s in the checkpoint of size %d, %s. %sWhat lies between them is not told here: that takes an export."
                    .formatted(
                            wanted == 1 ? "1 event holds and is" : wanted + " events hold and are",
                            checkpoint.size(),
                            signed,
                            events.unproven());
        } catch (Fault | MalformedJsonException | BrokenNoteException e) {
            OptionalLong at = position == 0 ? OptionalLong.empty() : OptionalLong.of(position);
            throw new WrongLineException(new Verdict.Wrong(name, lines.number(), at, position, e.getMessage()));
        }
    }

    private void event(Checkpoint checkpoint) throws IOException, Fault, MalformedJsonException {
        Event event = events.check(line("an event is missing"), lines.number());
        if (event.position() <= position) {
            throw new Fault("position " + event.position() + " stands after it");
        }
        position = event.position();
        Json line = line("its proof of inclusion is missing");
        int inclusion = line.field(0, INCLUSION);
        if (inclusion == Json.NONE || line.size(0) != 1) {
            throw new Fault("its proof of inclusion is missing");
        }
        List<byte[]> proof = Closing.hashes(line, inclusion);
        if (!MerkleProofs.includes(
                MerkleHash.leaf(event.hash()), position - 1, checkpoint.size(), proof, checkpoint.root())) {
            throw new Fault("the checkpoint's tree does not hold this event at its position");
        }
    }

    private Json line(String missing) throws IOException, Fault, MalformedJsonException {
        if (!lines.next()) {
            throw new Fault(missing);
        }
        return reader.read(lines.buffer(), lines.start(), lines.end());
    }
}
