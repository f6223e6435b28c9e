package uk.muster.command.roll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.command.keys.Vault;
import uk.muster.command.ledger.AppendedEvent;
import uk.muster.command.ledger.GroupHook;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.PupilEvent.ContactsChanged;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilCarriedForward;
import uk.muster.kernel.event.PupilEvent.PupilDetailsChanged;
import uk.muster.kernel.event.PupilEvent.PupilMovedGroup;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.PupilEvent.VulnerabilityFlagsChanged;
import uk.muster.kernel.event.RetentionEvent.KeysDestroyed;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/**
 * The roll book on PostgreSQL. The tables are written in the transaction of the events they come from; the pages in memory follow each
 * commit before anyone is answered, so a register that is posted right after an admission finds its pupil.
 */
public final class LedgerRollBook implements RollBook, GroupHook {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerRollBook.class);
    private static final int SCHOOLS_IN_MEMORY = 4_000;

    private final RollTables tables;
    private final RollFold fold;
    private volatile Cache<Urn, SchoolRoll> pages = nothing();

    public LedgerRollBook(JdbcClient database, Vault vault) {
        this.tables = new RollTables(database);
        this.fold = new RollFold(vault);
    }

    private static Cache<Urn, SchoolRoll> nothing() {
        return Caffeine.newBuilder()
                .maximumSize(SCHOOLS_IN_MEMORY)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public SchoolRoll of(Urn urn) {
        return pages.get(urn, tables::page);
    }

    @Override
    public Map<Urn, PupilNumber> elsewhere(RollPupil pupil) {
        return tables.elsewhere(pupil.number(), pupil.upnIndex());
    }

    @Override
    public Set<PupilNumber> knownElsewhere(Collection<PupilNumber> pupils) {
        return pupils.isEmpty() ? Set.of() : tables.knownElsewhere(pupils);
    }

    @Override
    public Optional<Urn> schoolOf(PupilNumber pupil) {
        return tables.schoolOf(pupil);
    }

    @Override
    public void inTransaction(Connection connection, List<AppendedEvent> events) throws SQLException {
        try (RollTables.Writing writing = tables.writing(connection)) {
            for (AppendedEvent appended : events) {
                if (appended.event() instanceof PupilEvent event) {
                    write(writing, event);
                } else if (appended.event() instanceof KeysDestroyed event) {
                    writing.forget(event.forgotten());
                }
            }
            writing.finish();
        }
    }

    /** Waits for a page that is being read, and so never leaves one behind that misses an event. */
    @Override
    public void afterCommit(List<AppendedEvent> events) {
        for (AppendedEvent appended : events) {
            if (appended.event() instanceof PupilEvent event) {
                inPage(event.urn(), page -> fold.apply(page, event));
            } else if (appended.event() instanceof KeysDestroyed event) {
                inPage(event.urn(), page -> event.forgotten().forEach(page::forget));
            }
        }
    }

    @Override
    public void begin(long position) {
        // A page that is being read goes with the rest.
        pages = nothing();
    }

    /** A page that is not there waits to be read; one that could not be changed is read anew. */
    private void inPage(Urn school, Consumer<SchoolRoll> change) {
        pages.asMap().compute(school, (_, page) -> {
            if (page == null) {
                return null;
            }
            try {
                change.accept(page);
                return page;
            } catch (RuntimeException e) {
                LOG.error("A page of the roll book could not follow a commit and is read anew.", e);
                return null;
            }
        });
    }

    private void write(RollTables.Writing writing, PupilEvent event) throws SQLException {
        switch (event) {
            case PupilAdmitted e -> writing.admit(e, fold.idOf(e));
            case PupilDetailsChanged e -> writing.place(e.pupil(), e.placement());
            case PupilMovedGroup e -> writing.move(e);
            case PupilRemovedFromRoll e -> writing.remove(e);
            case VulnerabilityFlagsChanged e -> {}
            case ContactsChanged e -> {}
            case EarlierSessionsImported e -> {}
            case PupilCarriedForward e -> {}
        }
    }
}
