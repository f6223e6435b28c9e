package uk.muster.query.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import uk.muster.http.convention.Partition;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.store.Place;
import uk.muster.query.store.Projection;

/**
 * Follows the live projection as this process writes it. A batch is told of after it was written and before anyone who waits for its position is
 * woken. All calls come from the one thread that writes.
 */
public interface Follower {

    /**
     * From now on this process writes some partitions. What was told before holds no more.
     *
     * @param standing where they stand
     */
    void resumed(Standing standing);

    /** @param moved the places that the batch moved */
    void wrote(List<RelayedEvent> events, Collection<Place> moved);

    /** This process writes nothing until it is resumed. */
    void lost();

    /**
     * What this process writes.
     *
     * @param interruptions of the document store when the places were read; once there were more nothing of this is sure
     * @param partitions of the topic
     * @param places of the partitions that this process writes
     */
    record Standing(Projection projection, long interruptions, int partitions, Collection<Place> places) {

        /** Where a school's partition stands; empty for one that another process writes. */
        public Optional<Place> placeOf(Urn urn) {
            int partition = Partition.of(urn, partitions);
            return places.stream()
                    .filter(place -> place.partition() == partition)
                    .findFirst();
        }
    }
}
