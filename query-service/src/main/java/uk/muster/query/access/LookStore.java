package uk.muster.query.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** Where looks are kept, each school's in a chain of its own, positions dense from 1. Nothing is ever changed or taken out. */
public interface LookStore {

    /**
     * Appends looks, all or none, each after the last one of its school. When it returns they are durable.
     *
     * @throws org.springframework.dao.DataAccessException when that is not sure
     */
    void append(List<Draft> drafts, Instant now);

    /** The school's next looks after a position up to another, in order, at most {@code limit}. */
    List<StoredEvent> ofSchool(Urn urn, long after, long until, int limit);

    /** The position of the school's last look; empty when there is none. */
    Optional<Long> lastPosition(Urn urn);

    /**
     * The school's looks below a position, the newest first, at most {@code limit}.
     *
     * @param pupil only those at this pupil or at the whole school; null for all
     * @param from,before recorded from the one instant, inclusive, to the other, exclusive
     */
    List<StoredEvent> newest(Urn urn, @Nullable PupilNumber pupil, long below, Instant from, Instant before, int limit);
}
