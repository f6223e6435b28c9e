package uk.muster.command.relay;

/** Kafka did not answer in time, or not as hoped; worth another try. */
final class KafkaAwayException extends RuntimeException {

    KafkaAwayException(Throwable cause) {
        super("Kafka does not answer.", cause);
    }
}
