package uk.muster.command.clock;

import org.springframework.boot.ExitCodeGenerator;

/** A trial was to begin before the instant it has reached. The message is a sentence for the operator; to start again would change nothing. */
public final class ClockRefusedException extends RuntimeException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;

    /** EX_CONFIG of sysexits.h. */
    private static final int MISCONFIGURED = 78;

    ClockRefusedException(String sentence) {
        super(sentence);
    }

    @Override
    public int getExitCode() {
        return MISCONFIGURED;
    }
}
