package uk.muster.command.notify;

/** The way out of the service. */
@FunctionalInterface
public interface Mailer {

    /** Hands a letter over, once, and tells what came of it. Whatever it throws is taken for {@link Handover#UNKNOWN}. */
    Handover send(Letter letter);

    /** What came of an attempt. */
    enum Handover {
        /** The other side has it and answers for it from now on. */
        TAKEN,
        /** It is certain that the other side does not have it, and it may be tried again. */
        NOT_NOW,
        /** It is certain that the other side does not have it and never will. */
        REFUSED,
        /** The other side may have it. */
        UNKNOWN
    }
}
