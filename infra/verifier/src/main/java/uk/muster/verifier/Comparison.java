package uk.muster.verifier;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Two exports side by side, in the order of positions. Of one ledger they are when the two together are one chain of each school. */
final class Comparison {

    private final Export one;
    private final Export other;
    private final Map<String, Met> last = new HashMap<>();
    private boolean touched;
    private long inBoth;
    private long inOne;
    private long inOther;

    Comparison(Export one, Export other) {
        this.one = one;
        this.other = other;
    }

    /** Reads both to their ends. */
    String inWords() throws IOException, WrongLineException {
        @Nullable Event here = one.next();
        @Nullable Event there = other.next();
        while (here != null || there != null) {
            if (there == null || (here != null && here.position() < there.position())) {
                inOne++;
                add(here, one);
                here = one.next();
            } else if (here == null || there.position() < here.position()) {
                inOther++;
                add(there, other);
                there = other.next();
            } else if (Arrays.equals(here.hash(), there.hash())) {
                inBoth++;
                touched = true;
                last.put(here.urn(), new Met(here, one));
                here = one.next();
                there = other.next();
            } else {
                throw other.wrong(OptionalLong.of(there.position()), "the two exports have different events here");
            }
        }
        if (!touched) {
            throw other.wrong(
                    OptionalLong.empty(), "the two exports have no event in common and neither goes on from the other");
        }
        return "The two are of one ledger: %d events in both, %d in the first alone, %d in the second alone."
                .formatted(inBoth, inOne, inOther);
    }

    private void add(@Nullable Event event, Export export) throws WrongLineException {
        if (event == null) {
            return;
        }
        Met before = last.put(event.urn(), new Met(event, export));
        if (before == null) {
            return;
        }
        touched |= !export.equals(before.in());
        if (!Arrays.equals(before.event().hash(), event.previousHash())) {
            throw export.wrong(
                    OptionalLong.of(event.position()),
                    "it does not follow position " + before.event().position()
                            + ", the one before it of its school in the two exports");
        }
    }

    private record Met(Event event, Export in) {}
}
