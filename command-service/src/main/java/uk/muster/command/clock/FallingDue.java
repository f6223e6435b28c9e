package uk.muster.command.clock;

import java.time.Instant;
import java.util.Optional;

/** What falls due by time: the clock of a trial stops at each such instant, and waits until all that follows from it is recorded. */
public interface FallingDue extends Barrier {

    /** The next instant at which something falls due; it may have passed. */
    Optional<Instant> next();
}
