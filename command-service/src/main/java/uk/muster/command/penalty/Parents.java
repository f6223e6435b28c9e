package uk.muster.command.penalty;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.command.keys.Vault;
import uk.muster.http.problem.Fault;
import uk.muster.kernel.event.PenaltyEvent.NoticedParent;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.penalty.Notice;

/** Which adult a notice is for: a contact of the admission register, known in other schools by a reference in common. */
final class Parents {

    private Parents() {}

    static Optional<Contact> find(List<Contact> contacts, ContactId id) {
        return contacts.stream()
                .filter(contact -> contact.id().equals(id.value()))
                .findFirst();
    }

    static Fault unknown() {
        return new Fault("/parentId", "This is no contact of the pupil on the admission register.");
    }

    /** Whether a notice went to the adult whom schools call so. */
    static boolean isSame(Vault vault, Notice notice, @Nullable String personRef) {
        return personRef != null
                && vault.openJson(notice.parent(), NoticedParent.class)
                        .filter(parent -> personRef.equals(parent.personRef()))
                        .isPresent();
    }
}
