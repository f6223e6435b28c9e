package uk.muster.command.pupil;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.command.keys.Vault;
import uk.muster.command.pupil.PupilCommand.Admission;
import uk.muster.command.pupil.PupilCommand.PutPupil;
import uk.muster.command.roll.SchoolRoll;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.event.PupilEvent.ContactsChanged;
import uk.muster.kernel.event.PupilEvent.Placement;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilDetails;
import uk.muster.kernel.event.PupilEvent.PupilDetailsChanged;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.PupilEvent.PupilMovedGroup;
import uk.muster.kernel.event.PupilEvent.VulnerabilityFlagsChanged;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.VulnerabilityFlag;
import uk.muster.kernel.pupil.GroupSpell;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.kernel.pupil.RollSpell;

/**
 * Putting a pupil: an admission for a new name, a new spell for one that was removed before, and otherwise a fact for each part that
 * changed. Two pupils of a school can't hold one UPN: whichever id came first keeps it.
 */
final class PuttingPupil {

    private final @Nullable PupilState state;
    private final PutPupil command;
    private final Admission admission;
    private final Urn urn;
    private final PupilNumber number;
    private final Vault vault;

    private PuttingPupil(@Nullable PupilState state, PutPupil command, Vault vault) {
        this.state = state;
        this.command = command;
        this.admission = command.admission();
        this.urn = command.pupil().urn();
        this.number = command.pupil().number();
        this.vault = vault;
    }

    static Decision decide(
            @Nullable PupilState state, PutPupil command, SchoolRoll roll, Vault vault, LocalDate today) {
        Optional<PupilId> holder = roll.holderOf(command.admission().upnIndex());
        if (holder.filter(id -> !id.equals(command.pupilId())).isPresent()) {
            return Decision.refuse(Problem.of(
                            "upn-already-held",
                            "Another pupil holds this UPN",
                            409,
                            "This school has the UPN under another pupilId: use that one, or correct its UPN first.")
                    .withErrors(List.of(new Fault("/upn", "Another pupilId of this school holds this UPN."))));
        }
        return new PuttingPupil(state, command, vault).decide(today);
    }

    private Decision decide(LocalDate today) {
        if (state == null) {
            return Decision.accept(List.of(admitted()), Answer.recorded(body()));
        }
        RollSpell last = state.roll().getLast();
        boolean sameSpell = last.from().equals(admission.admittedOn());
        LocalDate until = last.until();
        if (until != null && admission.admittedOn().isAfter(until)) {
            return Decision.accept(List.of(admitted()), Answer.recorded(body()));
        }
        if (!sameSpell) {
            return Decision.refuse(Problem.conflict(
                            "The pupil is on the admission register with another starting day; remove the pupil before a new spell.")
                    .withErrors(List.of(new Fault("/admittedOn", "Another starting day is recorded."))));
        }
        List<PupilEvent> events = new ArrayList<>();
        changedDetails(events, state);
        changedFlags(events, state);
        changedContacts(events, state);
        if (until == null) {
            changedGroup(events, state, today);
        }
        return Decision.accept(events, Answer.unchanged(body()));
    }

    private PupilAdmitted admitted() {
        return new PupilAdmitted(
                urn,
                number,
                vault.sealJson(number, identity()),
                placement(),
                vault.sealJson(number, admission.details()),
                vault.sealJson(number, admission.contacts()),
                vault.sealJson(number, admission.flags()),
                admission.admittedOn(),
                admission.group(),
                admission.groupFrom().orElse(admission.admittedOn()));
    }

    /** For a new spell the salt of the first admission is sealed anew, under this year's key. */
    private PupilIdentity identity() {
        return Optional.ofNullable(state)
                .flatMap(before -> vault.openJson(before.identity(), PupilIdentity.class))
                .orElse(command.identity());
    }

    private Placement placement() {
        return new Placement(
                admission.upnIndex(),
                admission.yearGroup(),
                admission.enrolment(),
                CompulsoryAge.from(admission.details().dateOfBirth()));
    }

    private void changedDetails(List<PupilEvent> events, PupilState before) {
        boolean same = before.placement().equals(placement())
                && vault.openJson(before.details(), PupilDetails.class).equals(Optional.of(admission.details()));
        if (!same) {
            events.add(new PupilDetailsChanged(urn, number, placement(), vault.sealJson(number, admission.details())));
        }
    }

    private void changedFlags(List<PupilEvent> events, PupilState before) {
        Set<VulnerabilityFlag> held = EnumSet.noneOf(VulnerabilityFlag.class);
        vault.openJson(before.flags(), new TypeReference<List<VulnerabilityFlag>>() {})
                .ifPresent(held::addAll);
        if (!held.equals(admission.flags())) {
            events.add(new VulnerabilityFlagsChanged(urn, number, vault.sealJson(number, admission.flags())));
        }
    }

    private void changedContacts(List<PupilEvent> events, PupilState before) {
        Optional<List<Contact>> held = vault.openJson(before.contacts(), new TypeReference<>() {});
        if (!held.equals(Optional.of(admission.contacts()))) {
            events.add(new ContactsChanged(urn, number, vault.sealJson(number, admission.contacts())));
        }
    }

    private void changedGroup(List<PupilEvent> events, PupilState before, LocalDate today) {
        GroupSpell last = before.groups().getLast();
        boolean sameGroup = last.group().equals(admission.group());
        boolean noEarlier =
                admission.groupFrom().filter(from -> from.isBefore(last.from())).isEmpty();
        if (sameGroup && noEarlier) {
            return;
        }
        LocalDate from = admission.groupFrom().orElse(today);
        LocalDate notBefore = from.isBefore(admission.admittedOn()) ? admission.admittedOn() : from;
        events.add(new PupilMovedGroup(urn, number, admission.group(), notBefore));
    }

    private Map<String, Object> body() {
        return Map.of("id", urn + "/" + command.pupilId());
    }
}
