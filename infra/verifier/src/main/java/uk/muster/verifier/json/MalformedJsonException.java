package uk.muster.verifier.json;

/** The text is no JSON, or not of the shape that was wanted. The message says why, without any value of the text. */
public final class MalformedJsonException extends Exception {

    public MalformedJsonException(String message) {
        super(message, null, false, false);
    }
}
