package uk.muster.command.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** A command that names its aggregate itself. Axon's own way, an annotation, is searched for by reflection in every command anew. */
public interface AggregateCommand {

    /** The aggregate; its {@code toString} is the name of its stream. */
    Object target();

    /**
     * Whether the aggregate is not there yet in nearly every case. Then the command is first decided as if it were not, which spares reading a
     * stream that is empty; the ledger refuses the append where it is there after all, and the command is decided anew over what is recorded.
     */
    default boolean presumesNothing() {
        return false;
    }

    /** Axon's resolver of targets. */
    static VersionedAggregateIdentifier targetOf(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier(((AggregateCommand) message.getPayload()).target(), null);
    }
}
