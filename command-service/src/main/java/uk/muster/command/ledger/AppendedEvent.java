package uk.muster.command.ledger;

/** An event that is being committed, as stored and as decided. */
public record AppendedEvent(StoredEvent stored, Object event) {}
