package uk.muster.query.chronology;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.store.Fact;
import uk.muster.query.store.Projection;

/** Reads out of the live projection how pupils' absences were followed up. */
public final class Absences {

    private final Supplier<Projection> live;

    public Absences(Supplier<Projection> live) {
        this.live = live;
    }

    /** The facts of these absences that were recorded by an instant, that instant included, by their streams; one that never was is absent. */
    public Map<String, List<Fact>> ofAll(Collection<String> streams, Instant asOf) {
        Map<String, List<Fact>> found = new HashMap<>();
        Projection.forEach(
                live.get().absences(), streams, document -> found.put(document.id(), document.knownAt(asOf)));
        return found;
    }

    /** A pupil's facts that were recorded by an instant, that instant included; none where there never was an absence to follow up. */
    public List<Fact> of(Urn urn, PupilNumber pupil, Instant asOf) {
        return Projection.find(live.get().absences(), AbsenceEvent.stream(urn, pupil))
                .map(document -> document.knownAt(asOf))
                .orElse(List.of());
    }
}
