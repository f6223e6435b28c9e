package uk.muster.command.ledger;

import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.StoredEvent;

/** An event that is being committed, as stored and as decided. */
public record AppendedEvent(StoredEvent stored, MusterEvent event) {}
