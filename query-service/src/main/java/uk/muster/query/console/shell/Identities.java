package uk.muster.query.console.shell;

import java.time.LocalDate;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.kernel.pupil.RollSpell;
import uk.muster.query.console.shell.Identity.Adult;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.pupil.PupilOpener;

/** Says who a child is. */
public final class Identities {

    private final PupilOpener opener;

    Identities(PupilOpener opener) {
        this.opener = opener;
    }

    public Identity of(Pupil pupil, LocalDate today) {
        PupilState state = pupil.state();
        String group = pupil.groupAround(today).map(each -> ", " + each.value()).orElse("");
        return new Identity(
                state.urn().toString(),
                opener.idOf(state),
                opener.nameOf(state),
                Say.yearGroup(state.placement().yearGroup()) + group,
                roll(state.roll().getLast()),
                opener.flagsOf(state).stream().map(Say::flag).toList(),
                opener.contactsOf(state).stream().map(Identities::adult).toList());
    }

    private static String roll(RollSpell spell) {
        LocalDate until = spell.until();
        return until == null
                ? "On roll since " + Say.date(spell.from())
                : "On roll from " + Say.date(spell.from()) + " to " + Say.date(until);
    }

    private static Adult adult(Contact contact) {
        return new Adult(
                contact.id(),
                contact.name(),
                contact.relationship(),
                contact.phone(),
                contact.email(),
                contact.livesWith());
    }
}
