package uk.muster.command.school;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.muster.command.keys.Vault;
import uk.muster.command.ledger.AppendedEvent;
import uk.muster.command.ledger.GroupHook;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.school.SchoolState;

/** The schools that commands look up, each folded from its stream, kept in memory and dropped when a new fact of it is committed. */
public final class SchoolBook implements GroupHook {

    private static final int SCHOOLS_IN_MEMORY = 25_000;

    private final Function<String, List<? extends MusterEvent>> streams;
    private final Vault vault;
    private volatile Cache<Urn, Optional<School>> schools = nothing();

    /** @param streams reads the events of a stream, none for a stream that does not exist */
    public SchoolBook(Function<String, List<? extends MusterEvent>> streams, Vault vault) {
        this.streams = streams;
        this.vault = vault;
    }

    private static Cache<Urn, Optional<School>> nothing() {
        return Caffeine.newBuilder()
                .maximumSize(SCHOOLS_IN_MEMORY)
                .executor(Runnable::run)
                .build();
    }

    /** The school, or empty when it was never registered. */
    public Optional<School> find(Urn urn) {
        Cache<Urn, Optional<School>> now = schools;
        Optional<School> known = now.getIfPresent(urn);
        return known != null ? known : now.get(urn, this::read);
    }

    /** Reads the school anew when it is looked up next: a key that its people lay under was destroyed. */
    public void forget(Urn urn) {
        schools.invalidate(urn);
    }

    @Override
    public void inTransaction(Connection connection, List<AppendedEvent> events) {}

    @Override
    public void afterCommit(List<AppendedEvent> events) {
        for (AppendedEvent appended : events) {
            if (appended.event() instanceof SchoolEvent event) {
                schools.invalidate(event.urn());
            }
        }
    }

    @Override
    public void begin(long position) {
        // A school that is being read goes with the rest.
        schools = nothing();
    }

    private Optional<School> read(Urn urn) {
        @Nullable SchoolState state = null;
        for (MusterEvent event : streams.apply(urn.toString())) {
            if (event instanceof SchoolEvent fact) {
                state = SchoolState.evolve(state, fact);
            }
        }
        if (state == null || state.policy() == null) {
            return Optional.empty();
        }
        return Optional.of(new School(state, PolicyPeople.policy(state.policy(), vault), state.allCalendars()));
    }
}
