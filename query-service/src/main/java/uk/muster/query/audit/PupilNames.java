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
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilCarriedForward;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

/** What the MIS calls the pupils whom the ledger knows by number, from what last said so. */
final class PupilNames {

    private static final int MOST = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Ledger ledger;
    private final Openings openings;
    private final Cache<PupilNumber, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    PupilNames(Ledger ledger, Openings openings) {
        this.ledger = ledger;
        this.openings = openings;
    }

    /** Those of the pupils whose identity was not erased. */
    Map<PupilNumber, PupilIdentity> of(Urn urn, Collection<PupilNumber> pupils) {
        Map<PupilNumber, PupilIdentity> found = new HashMap<>();
        known.getAllPresent(pupils).forEach((pupil, name) -> {
            if (openings.canOpen(name.sealed())) {
                found.put(pupil, name.identity());
            }
        });
        Collection<PupilNumber> unknown =
                pupils.stream().filter(pupil -> !found.containsKey(pupil)).toList();
        if (!unknown.isEmpty()) {
            ledger.identities(urn, unknown)
                    .forEach((pupil, event) -> identity(event).ifPresent(name -> {
                        found.put(pupil, name.identity());
                        known.put(pupil, name);
                    }));
        }
        return found;
    }

    /** A name is of no use any more once the key is gone that it was opened with. */
    private record Known(Sealed sealed, PupilIdentity identity) {}

    private Optional<Known> identity(StoredEvent event) {
        Sealed sealed = sealedIn(EventTypes.read(event.type(), event.payload()));
        return openings.open(sealed)
                .map(opening -> new Known(sealed, KernelJson.mapper().readValue(opening.text(), PupilIdentity.class)));
    }

    private static Sealed sealedIn(MusterEvent event) {
        return event instanceof PupilCarriedForward carried ? carried.identity() : ((PupilAdmitted) event).identity();
    }
}
