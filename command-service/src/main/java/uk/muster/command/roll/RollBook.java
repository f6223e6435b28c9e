package uk.muster.command.roll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.command.keys.Vault;
import uk.muster.command.ledger.AppendedEvent;
import uk.muster.command.ledger.GroupHook;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.PupilEvent.ContactsChanged;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.event.PupilEvent.Placement;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilDetailsChanged;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.PupilEvent.PupilMovedGroup;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.PupilEvent.VulnerabilityFlagsChanged;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.pupil.GroupSpell;

/**
 * Who is on roll, by school. The tables are written in the transaction of the events they come from; the pages in memory follow each
 * commit before anyone is answered, so a register that is posted right after an admission finds its pupil.
 */
public final class RollBook implements GroupHook {

    private static final int SCHOOLS_IN_MEMORY = 4_000;

    private final RollTables tables;
    private final Vault vault;
    private final Cache<Urn, SchoolRoll> pages =
            Caffeine.newBuilder().maximumSize(SCHOOLS_IN_MEMORY).build();

    public RollBook(JdbcClient database, Vault vault) {
        this.tables = new RollTables(database);
        this.vault = vault;
    }

    /** The page of a school; an empty one for a school without pupils. */
    public SchoolRoll of(Urn urn) {
        return pages.get(urn, tables::page);
    }

    @Override
    public void inTransaction(Connection connection, List<AppendedEvent> events) throws SQLException {
        try (RollTables.Writing writing = tables.writing(connection)) {
            for (AppendedEvent appended : events) {
                if (appended.event() instanceof PupilEvent event) {
                    write(writing, event);
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
                pages.asMap().computeIfPresent(event.urn(), (urn, page) -> turned(page, event));
            }
        }
    }

    private void write(RollTables.Writing writing, PupilEvent event) throws SQLException {
        switch (event) {
            case PupilAdmitted e -> writing.admit(e, idOf(e));
            case PupilDetailsChanged e -> writing.place(e.pupil(), e.placement());
            case PupilMovedGroup e -> writing.move(e);
            case PupilRemovedFromRoll e -> writing.remove(e);
            case VulnerabilityFlagsChanged e -> {}
            case ContactsChanged e -> {}
            case EarlierSessionsImported e -> {}
        }
    }

    private SchoolRoll turned(SchoolRoll page, PupilEvent event) {
        switch (event) {
            case PupilAdmitted e -> page.put(admitted(page, e));
            case PupilDetailsChanged e ->
                page.find(e.pupil()).ifPresent(p -> page.put(line(p.pupilId(), e, e.placement(), p.groups())));
            case PupilMovedGroup e ->
                page.find(e.pupil())
                        .ifPresent(p -> page.put(with(p, GroupSpell.moved(p.groups(), e.group(), e.from()))));
            case PupilRemovedFromRoll e ->
                page.find(e.pupil()).ifPresent(p -> page.put(with(p, GroupSpell.cut(p.groups(), e.on()))));
            case VulnerabilityFlagsChanged e -> {}
            case ContactsChanged e -> {}
            case EarlierSessionsImported e -> {}
        }
        return page;
    }

    private RollPupil admitted(SchoolRoll page, PupilAdmitted e) {
        List<GroupSpell> before = page.find(e.pupil()).map(RollPupil::groups).orElse(List.of());
        return line(idOf(e), e, e.placement(), GroupSpell.moved(before, e.group(), e.groupFrom()));
    }

    private static RollPupil line(PupilId id, PupilEvent event, Placement placement, List<GroupSpell> groups) {
        return new RollPupil(
                id, event.pupil(), placement.upnIndex(), placement.enrolment(), placement.compulsoryAge(), groups);
    }

    private static RollPupil with(RollPupil p, List<GroupSpell> groups) {
        return new RollPupil(p.pupilId(), p.number(), p.upnIndex(), p.enrolment(), p.age(), groups);
    }

    private PupilId idOf(PupilAdmitted e) {
        return vault.openJson(e.identity(), PupilIdentity.class)
                .map(identity -> new PupilId(identity.pupilId()))
                .orElseThrow(() -> new IllegalStateException("The key of a pupil being admitted is missing."));
    }
}
