package uk.muster.simulator;

/** The instance is not there, or shows something else than was posted; the message says what. */
final class DemoMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoMismatch(String sentence) {
        super(sentence);
    }
}
