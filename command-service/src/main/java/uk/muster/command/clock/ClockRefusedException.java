package uk.muster.command.clock;

/** A trial was to begin before the instant it has reached. The message is a sentence for the operator; to start again would change nothing. */
public final class ClockRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClockRefusedException(String sentence) {
        super(sentence);
    }
}
