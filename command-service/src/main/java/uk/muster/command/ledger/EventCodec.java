package uk.muster.command.ledger;

/** The stored form of domain events: an explicit, versioned type name and the bytes of the payload. */
public interface EventCodec {

    /**
     * The name under which the event is stored, such as {@code register-taken.v1}.
     *
     * @throws IllegalArgumentException when the object is no event of the ledger
     */
    String typeOf(Object event);

    /** The payload as stored: compact JSON whose personal fields are sealed. */
    byte[] write(Object event);

    /**
     * The event of a stored payload; older versions come back in today's shape.
     *
     * @throws IllegalArgumentException when the type is unknown or the payload is not of that type
     */
    Object read(String type, byte[] payload);
}
