package uk.muster.query.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import uk.muster.http.identity.SchoolScope;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.audit.Ledger;

/** The audit's view of a {@link TestLedger}. */
public final class MemoryLedger implements Ledger {

    private final Supplier<List<StoredEvent>> events;

    public MemoryLedger(TestLedger ledger) {
        this.events = ledger::events;
    }

    @Override
    public Optional<Long> lastPosition(Urn urn) {
        return events.get().stream()
                .filter(event -> event.urn().equals(urn))
                .map(StoredEvent::position)
                .max(Long::compare);
    }

    @Override
    public long lastPosition() {
        return events.get().size();
    }

    @Override
    public List<StoredEvent> ofEverySchool(long after, long until, int limit) {
        return events.get().stream()
                .filter(event -> event.position() > after && event.position() <= until)
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredEvent> at(Urn urn, Collection<Long> positions) {
        return events.get().stream()
                .filter(event -> event.urn().equals(urn) && positions.contains(event.position()))
                .toList();
    }

    @Override
    public List<StoredEvent> ofSchool(Urn urn, long after, long until, int limit) {
        return events.get().stream()
                .filter(event -> event.urn().equals(urn) && event.position() > after && event.position() <= until)
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredEvent> ofStream(String stream, long beforeSeq) {
        return events.get().stream()
                .filter(event -> event.stream().equals(stream) && event.seq() < beforeSeq)
                .toList();
    }

    @Override
    public List<StoredEvent> ofPupil(Urn urn, PupilNumber pupil, long after, long until, int limit) {
        return ofSchool(urn, after, until, Integer.MAX_VALUE).stream()
                .filter(event -> (event.stream() + "/").startsWith(urn + "/" + pupil + "/")
                        || new String(event.payload(), StandardCharsets.UTF_8).contains(pupil.value()))
                .limit(limit)
                .toList();
    }

    @Override
    public long lastBefore(Urn urn, Instant instant) {
        return events.get().stream()
                .filter(event -> event.urn().equals(urn) && event.recordedAt().isBefore(instant))
                .mapToLong(StoredEvent::position)
                .max()
                .orElse(0);
    }

    @Override
    public List<StoredEvent> amendments(SchoolScope schools, long after, int limit) {
        return events.get().stream()
                .filter(event -> event.type().startsWith("mark-amended")
                        && event.position() > after
                        && schools.covers(event.urn()))
                .limit(limit)
                .toList();
    }

    @Override
    public Map<PupilNumber, StoredEvent> admissions(Urn urn, Collection<PupilNumber> pupils) {
        Map<PupilNumber, StoredEvent> admissions = new HashMap<>();
        for (PupilNumber pupil : pupils) {
            events.get().stream()
                    .filter(event -> event.seq() == 0 && event.stream().equals(urn + "/" + pupil))
                    .forEach(event -> admissions.put(pupil, event));
        }
        return admissions;
    }

    @Override
    public Set<PupilNumber> numbersOf(PupilId pupil) {
        Set<PupilNumber> numbers = new HashSet<>();
        events.get().forEach(event -> numbers.add(TestLedger.numberOf(event.urn(), pupil.value())));
        return numbers;
    }
}
