package uk.muster.query.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** Looks in memory, which may be away. */
public final class MemoryLooks implements LookStore {

    private final List<StoredEvent> looks = new ArrayList<>();
    private int groups;
    private boolean away;

    public synchronized void away(boolean is) {
        away = is;
    }

    /** How many were ever recorded. */
    public synchronized int count() {
        return looks.size();
    }

    /** In how many groups they were. */
    synchronized int groups() {
        return groups;
    }

    @Override
    public synchronized void append(List<Draft> drafts, Instant now) {
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
        groups++;
        for (Draft draft : drafts) {
            StoredEvent last =
                    of(draft.read().urn()).stream().reduce((_, later) -> later).orElse(null);
            looks.add(draft.after(last, now));
        }
    }

    private List<StoredEvent> of(Urn urn) {
        return looks.stream().filter(look -> look.urn().equals(urn)).toList();
    }

    @Override
    public synchronized List<StoredEvent> ofSchool(Urn urn, long after, long until, int limit) {
        return of(urn).stream()
                .filter(look -> look.position() > after && look.position() <= until)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Long> lastPosition(Urn urn) {
        return of(urn).stream().map(StoredEvent::position).max(Long::compare);
    }

    @Override
    public synchronized List<StoredEvent> newest(
            Urn urn, @Nullable PupilNumber pupil, long below, Instant from, Instant before, int limit) {
        return of(urn).reversed().stream()
                .filter(look -> look.position() < below
                        && !look.recordedAt().isBefore(from)
                        && look.recordedAt().isBefore(before)
                        && (pupil == null || isAt(look, pupil)))
                .limit(limit)
                .toList();
    }

    private static boolean isAt(StoredEvent look, PupilNumber pupil) {
        List<PupilNumber> pupils =
                KernelJson.mapper().readValue(look.payload(), RecordRead.class).pupils();
        return pupils.isEmpty() || pupils.contains(pupil);
    }
}
