package uk.muster.command.clock;

import java.time.Duration;

/** Waits until all that was recorded so far, and all that follows from it, can be read. */
@FunctionalInterface
public interface Barrier {

    /** Whether everything came through within the time. */
    boolean await(Duration most) throws InterruptedException;
}
