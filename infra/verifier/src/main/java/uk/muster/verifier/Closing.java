package uk.muster.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.verifier.json.Json;
import uk.muster.verifier.json.MalformedJsonException;

/**
 * The last line of an export, {@code {"closing": {"count", "lastPosition", "lastHash"?, "checkpoint"?, "inclusion"?}}}.
 *
 * @param count how many events the export holds
 * @param lastPosition the position of the last of them; where there is none, the position after which the export was asked for
 * @param lastHash the hash of the last of them, in hexadecimal; null where there is none
 * @param checkpoint a signed note that covers the last position
 * @param inclusion the proof, in hexadecimal, that the last event is at its position in the tree of that checkpoint
 */
record Closing(
        long count,
        long lastPosition,
        @Nullable String lastHash,
        @Nullable String checkpoint,
        List<String> inclusion) {

    private static final byte[] CLOSING = Bytes.ascii("closing");

    /** Whether a line is one. */
    static boolean isOne(Json line) {
        return line.field(0, CLOSING) != Json.NONE;
    }

    static Closing read(Json line) throws Fault, MalformedJsonException {
        int closing = line.field(0, CLOSING);
        int count = line.field(closing, Bytes.ascii("count"));
        int last = line.field(closing, Bytes.ascii("lastPosition"));
        int hash = line.field(closing, Bytes.ascii("lastHash"));
        int checkpoint = line.field(closing, Bytes.ascii("checkpoint"));
        int inclusion = line.field(closing, Bytes.ascii("inclusion"));
        int optional = (hash == Json.NONE ? 0 : 1) + (checkpoint == Json.NONE ? 0 : 2);
        if (count == Json.NONE
                || last == Json.NONE
                || (checkpoint == Json.NONE) != (inclusion == Json.NONE)
                || line.size(closing) != 2 + optional
                || line.size(0) != 1) {
            throw new Fault("the closing line is not as it should be");
        }
        return new Closing(
                line.wholeNumber(count),
                line.wholeNumber(last),
                hash == Json.NONE ? null : line.text(hash),
                checkpoint == Json.NONE ? null : line.text(checkpoint),
                inclusion == Json.NONE ? List.of() : texts(line, inclusion));
    }

    private static List<String> texts(Json line, int array) throws MalformedJsonException {
        List<String> texts = new ArrayList<>();
        for (int each = array + 1; each < line.after(array); each = line.after(each)) {
            texts.add(line.text(each));
        }
        return texts;
    }

    /** Whether it closes an export that holds so many events and ends with this one, null for none. */
    void closes(long events, @Nullable Event last) throws Fault {
        if (count != events) {
            throw new Fault("the closing line counts " + count + " events and " + events + " are there");
        }
        if (last == null) {
            if (lastHash != null) {
                throw new Fault("the closing line has a last hash and no event is there");
            }
        } else if (lastPosition != last.position()
                || !HexFormat.of().formatHex(last.hash()).equals(lastHash)) {
            throw new Fault("the closing line names another last event");
        }
    }

    /** The proof's hashes. */
    List<byte[]> proof() throws Fault {
        return hashes(inclusion);
    }

    /** The hashes that an array of hexadecimal texts gives. */
    static List<byte[]> hashes(Json line, int array) throws Fault, MalformedJsonException {
        return hashes(texts(line, array));
    }

    private static List<byte[]> hashes(List<String> texts) throws Fault {
        List<byte[]> hashes = new ArrayList<>();
        for (String hash : texts) {
            hashes.add(Bytes.hex(hash.getBytes(StandardCharsets.UTF_8), Sha256.BYTES));
        }
        return hashes;
    }
}
