package uk.muster.verifier;

/** The first line of an export that is wrong. */
final class WrongLineException extends Exception {

    private final transient Verdict.Wrong wrong;

    WrongLineException(Verdict.Wrong wrong) {
        super(wrong.toString(), null, false, false);
        this.wrong = wrong;
    }

    Verdict.Wrong wrong() {
        return wrong;
    }
}
