package uk.muster.command.roll;

import java.util.List;
import uk.muster.command.keys.Vault;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.PupilEvent.ContactsChanged;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.event.PupilEvent.Placement;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilCarriedForward;
import uk.muster.kernel.event.PupilEvent.PupilDetailsChanged;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.PupilEvent.PupilMovedGroup;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.PupilEvent.VulnerabilityFlagsChanged;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.pupil.GroupSpell;

/** What the facts of pupils do to a page of the roll book, in the order in which they were recorded. */
final class RollFold {

    private final Vault vault;

    RollFold(Vault vault) {
        this.vault = vault;
    }

    /** Brings the page up to date; facts that are on it already change nothing once all after them are applied again. */
    void apply(SchoolRoll page, PupilEvent event) {
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
            case PupilCarriedForward e -> {}
        }
    }

    /** The school's own id for a pupil being admitted, which is sealed in the fact. */
    PupilId idOf(PupilAdmitted e) {
        return vault.openJson(e.identity(), PupilIdentity.class)
                .map(identity -> new PupilId(identity.pupilId()))
                .orElseThrow(() -> new IllegalStateException("The key of a pupil being admitted is missing."));
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
}
