package uk.muster.command.relay;

/**
 * How far the relay is.
 *
 * @param position everything up to and including it is acknowledged by Kafka; 0 before the first event, and while standing by
 * @param head the last position committed
 */
public record RelayStatus(State state, long position, long head) {

    /** What the relay is doing. */
    public enum State {
        /** Another instance writes and relays. */
        STANDING_BY,
        /** Sending, or waiting for something to send. */
        RELAYING,
        /** Kafka does not answer; the relay goes on by itself when it does. */
        KAFKA_AWAY,
        /** The topic can't take the ledger, see the log; the relay looks again until it can. */
        MISFIT
    }

    /** Events committed but not yet acknowledged by Kafka. */
    public long lag() {
        return head - position;
    }
}
