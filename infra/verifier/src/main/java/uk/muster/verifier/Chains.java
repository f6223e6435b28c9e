package uk.muster.verifier;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The chains of hashes of an export, one a school, and its positions. An export of one school has gaps where other schools' events lie; one of
 * several schools is of the whole ledger and has none.
 */
final class Chains {

    private final Map<String, Event> last = new HashMap<>();
    private long firstPosition;
    private long lastPosition;
    private long firstMissing;
    private boolean fromTheStart = true;

    void add(Event event) throws Fault {
        if (event.position() <= lastPosition) {
            throw new Fault("it stands after position " + lastPosition);
        }
        if (firstPosition == 0) {
            firstPosition = event.position();
        } else if (firstMissing == 0 && event.position() != lastPosition + 1) {
            firstMissing = lastPosition + 1;
        }
        Event before = last.put(event.urn(), event);
        if (firstMissing != 0 && last.size() > 1) {
            throw new Fault(firstMissing, "it is missing, and an export of several schools is of the whole ledger");
        }
        if (before == null) {
            begin(event);
        } else if (!Arrays.equals(event.previousHash(), before.hash())) {
            throw new Fault("it does not follow position " + before.position() + ", the one before it of its school");
        }
        lastPosition = event.position();
    }

    private void begin(Event event) throws Fault {
        if (Arrays.equals(event.previousHash(), new byte[Sha256.BYTES])) {
            return;
        }
        fromTheStart = false;
        if (firstPosition == 1) {
            throw new Fault("it follows an earlier event of its school, which is missing");
        }
    }

    long firstPosition() {
        return firstPosition;
    }

    /** 0 before the first. */
    long lastPosition() {
        return lastPosition;
    }

    /** Whether each school's first event here is its first of all. */
    boolean fromTheStart() {
        return fromTheStart;
    }

    Map<String, Event> lastOfSchools() {
        return last;
    }
}
