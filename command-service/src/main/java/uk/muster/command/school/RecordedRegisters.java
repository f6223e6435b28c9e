package uk.muster.command.school;

import java.util.Collection;
import java.util.Set;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;

/** Tells in which sessions a school has registers. */
@FunctionalInterface
public interface RecordedRegisters {

    /** Those of the given sessions in which at least one register has an entry. */
    Set<SessionKey> among(Urn urn, Collection<SessionKey> sessions);
}
