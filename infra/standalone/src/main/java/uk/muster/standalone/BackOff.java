package uk.muster.standalone;

import java.time.Duration;

/** How long to wait before a server that ended is started again: at once the first time, then ever longer while it does not settle. */
final class BackOff {

    static final Duration FIRST = Duration.ofMillis(100);
    static final Duration LONGEST = Duration.ofSeconds(10);
    static final Duration SETTLED = Duration.ofSeconds(10);

    private Duration next = FIRST;

    /**
     * The pause after a run.
     *
     * @param answered whether the server did its work in that run
     * @param ran how long the run was; one of {@link #SETTLED} or more that answered starts the count afresh
     */
    Duration next(boolean answered, Duration ran) {
        if (answered && ran.compareTo(SETTLED) >= 0) {
            next = FIRST;
        }
        var pause = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return pause;
    }
}
