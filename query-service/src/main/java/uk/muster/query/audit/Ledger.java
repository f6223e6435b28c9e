package uk.muster.query.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.muster.http.identity.SchoolScope;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** What the audit reads of the ledger, each call one short query. */
public interface Ledger {

    /** The position of the school's last event; empty when it has none. */
    Optional<Long> lastPosition(Urn urn);

    /** The position of the last event of all; 0 while there is none. */
    long lastPosition();

    /** The school's next events after a position up to another, in order, at most {@code limit}. */
    List<StoredEvent> ofSchool(Urn urn, long after, long until, int limit);

    /** The next events of all schools after a position up to another, in order, at most {@code limit}. */
    List<StoredEvent> ofEverySchool(long after, long until, int limit);

    /** The school's events at these positions, in order; one of another school is left out. */
    List<StoredEvent> at(Urn urn, Collection<Long> positions);

    /** The events of a stream whose {@code seq} is less than that, in order. */
    List<StoredEvent> ofStream(String stream, long beforeSeq);

    /**
     * The next events that a pupil's streams hold or that name the pupil, after a position up to another, in order, at most {@code limit}. Some may
     * only seem to name them.
     */
    List<StoredEvent> ofPupil(Urn urn, PupilNumber pupil, long after, long until, int limit);

    /** The position of the school's last event recorded before an instant; 0 when there is none. */
    long lastBefore(Urn urn, Instant instant);

    /** The next amendments of these schools after a position, in order, at most {@code limit}. */
    List<StoredEvent> amendments(SchoolScope schools, long after, int limit);

    /** The first event of each pupil, their admission. */
    Map<PupilNumber, StoredEvent> admissions(Urn urn, Collection<PupilNumber> pupils);

    /** The numbers of the pupils that their school's MIS calls so, in any school. */
    Set<PupilNumber> numbersOf(PupilId pupil);
}
