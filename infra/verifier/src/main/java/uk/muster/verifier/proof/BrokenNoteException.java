package uk.muster.verifier.proof;

/** A key or a signed note is not of its form. */
public final class BrokenNoteException extends Exception {

    public BrokenNoteException(String message) {
        super(message);
    }
}
