package uk.muster.query.ingest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** A failure that lasts, told once when it begins and once when it is over. */
final class Trouble {

    private final Logger log;
    private final String what;
    private volatile @Nullable String reason;

    /** @param what cannot be done meanwhile: "The projections can't be written" */
    Trouble(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /** The reason is told by its class alone, since messages can hold what was sent; our own say what to do and hold nothing personal. */
    void met(RuntimeException e) {
        String now = e instanceof IllegalStateException
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
        if (!now.equals(reason)) {
            reason = now;
            log.warn("{} for now, trying again every second: {}", what, now);
            log.debug("The trouble in full", e);
        }
    }

    void over() {
        if (reason != null) {
            reason = null;
            log.info("{}: that is over.", what);
        }
    }

    boolean lasts() {
        return reason != null;
    }
}
