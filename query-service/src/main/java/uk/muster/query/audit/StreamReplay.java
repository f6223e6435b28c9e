package uk.muster.query.audit;

import java.time.Instant;
import java.util.Map;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RetentionEvent;
import uk.muster.kernel.event.SchoolEvent;

/** What a stream comes to, fact by fact, by the kernel's own folds. Of one thread. */
sealed interface StreamReplay permits SchoolReplay, PupilReplay, RegisterReplay, AbsenceReplay, RetentionReplay {

    /** @param event the next of the stream */
    void take(MusterEvent event, Instant recordedAt);

    /**
     * The state by name of field, without what is sealed but the flags, which {@link Showing} opens. A map by pupil has their numbers as keys. Two
     * states are alike when these maps are equal.
     */
    Map<String, Object> fields();

    /** A stream of which nothing was recorded yet. */
    static StreamReplay before(MusterEvent first) {
        return switch (first) {
            case SchoolEvent _ -> new SchoolReplay();
            case PupilEvent _ -> new PupilReplay();
            case RegisterEvent _ -> new RegisterReplay();
            case AbsenceEvent _ -> new AbsenceReplay();
            case RetentionEvent _ -> new RetentionReplay();
        };
    }
}
