package uk.muster.command.axon;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** A command that names its aggregate itself. Axon's own way, an annotation, is searched for by reflection in every command anew. */
public interface AggregateCommand {

    /** The aggregate; its {@code toString} is the name of its stream. */
    Object target();

    /** Axon's resolver of targets. */
    static VersionedAggregateIdentifier targetOf(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier(((AggregateCommand) message.getPayload()).target(), null);
    }
}
