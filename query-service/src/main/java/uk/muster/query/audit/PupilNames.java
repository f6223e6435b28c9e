package uk.muster.query.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** What the MIS calls the pupils whom the ledger knows by number, from their admissions. */
final class PupilNames {

    private static final int MOST = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Ledger ledger;
    private final Openings openings;
    private final Cache<PupilNumber, PupilIdentity> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    PupilNames(Ledger ledger, Openings openings) {
        this.ledger = ledger;
        this.openings = openings;
    }

    /** Those of the pupils whose identity was not erased. */
    Map<PupilNumber, PupilIdentity> of(Urn urn, Collection<PupilNumber> pupils) {
        Map<PupilNumber, PupilIdentity> found = new HashMap<>(known.getAllPresent(pupils));
        Collection<PupilNumber> unknown =
                pupils.stream().filter(pupil -> !found.containsKey(pupil)).toList();
        if (!unknown.isEmpty()) {
            ledger.admissions(urn, unknown)
                    .forEach((pupil, event) -> identity(event).ifPresent(identity -> found.put(pupil, identity)));
            known.putAll(found);
        }
        return found;
    }

    private Optional<PupilIdentity> identity(StoredEvent event) {
        PupilAdmitted admitted = (PupilAdmitted) EventTypes.read(event.type(), event.payload());
        return openings.open(admitted.identity())
                .map(opening -> KernelJson.mapper().readValue(opening.text(), PupilIdentity.class));
    }
}
