package uk.muster.command.absence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.absence.KnownMarks;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.SessionKey;

/** What every register of a class says, from a day on. */
final class KeptClass {

    /** A term and a half; then the older half goes. */
    static final int MOST = 240;

    private final Map<SessionKey, KnownMarks> said = new HashMap<>();
    private final Set<SessionKey> changed = new HashSet<>();
    private final LocalDate since;
    private @Nullable KnownMarks last;

    KeptClass(LocalDate since) {
        this.since = since;
    }

    synchronized int size() {
        return said.size();
    }

    synchronized boolean reachesBackTo(LocalDate from) {
        return !since.isAfter(from);
    }

    /** The days that lie before what is kept, from the given one on; none when it reaches back to that. */
    synchronized Stream<LocalDate> daysBefore(LocalDate from) {
        return reachesBackTo(from) ? Stream.empty() : from.datesUntil(since);
    }

    /** The registers that say something else than is kept. */
    synchronized List<SessionKey> changed() {
        return List.copyOf(changed);
    }

    synchronized Optional<KnownMarks> find(SessionKey session) {
        return Optional.ofNullable(said.get(session));
    }

    /** Of any register of the class. */
    synchronized @Nullable KnownMarks like() {
        return last;
    }

    /**
     * Adds what was read.
     *
     * @param from the earliest day that was asked for
     * @return this, or what is kept instead of it when it reaches further back now. Whoever reads this one still finds all of it here
     */
    synchronized KeptClass with(Map<SessionKey, KnownMarks> read, LocalDate from) {
        KeptClass all = reachesBackTo(from) ? this : copy(from);
        all.said.putAll(read);
        all.changed.removeAll(read.keySet());
        all.last = read.isEmpty() ? last : read.values().iterator().next();
        return all;
    }

    /** The registers of the given day and later ones. */
    private KeptClass copy(LocalDate from) {
        KeptClass copy = new KeptClass(from);
        said.forEach((session, marks) -> {
            if (!session.date().isBefore(from)) {
                copy.said.put(session, marks);
            }
        });
        changed.stream().filter(session -> !session.date().isBefore(from)).forEach(copy.changed::add);
        copy.last = last;
        return copy;
    }

    /**
     * Takes in what was committed; what is more than a register's beginning is to be read.
     *
     * @return this, or what is kept instead of it when it has become long. Whoever reads this one still finds all of it here
     */
    synchronized KeptClass after(RegisterEvent event, StoredEvent stored) {
        SessionKey session = event.register().session();
        if (session.date().isBefore(since)) {
            return this;
        }
        if (stored.seq() == 0 && event instanceof RegisterTaken taken) {
            last = KnownMarks.begun(taken.marks(), stored.recordedAt(), last);
            said.put(session, last);
            changed.remove(session);
        } else {
            changed.add(session);
        }
        return said.size() > MOST ? laterHalf() : this;
    }

    private KeptClass laterHalf() {
        LocalDate from = said.keySet().stream()
                .sorted()
                .skip(MOST / 2)
                .findFirst()
                .orElseThrow()
                .date();
        return copy(from);
    }
}
