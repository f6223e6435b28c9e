package uk.muster.verifier;

import java.util.OptionalLong;

/** What is wrong with a line. The message says why, without anything personal of the line. */
final class Fault extends Exception {

    private final transient OptionalLong position;

    Fault(String message) {
        super(message, null, false, false);
        this.position = OptionalLong.empty();
    }

    /** A fault that shows only here and lies at another position. */
    Fault(long position, String message) {
        super(message, null, false, false);
        this.position = OptionalLong.of(position);
    }

    /** Where it lies; empty when that is the line itself. */
    OptionalLong position() {
        return position;
    }
}
