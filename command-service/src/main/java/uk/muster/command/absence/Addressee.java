package uk.muster.command.absence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import uk.muster.command.keys.Vault;
import uk.muster.command.school.School;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.kernel.sealing.Sealed;

/**
 * Where somebody outside the school is written to: the pupil's own contact of that relationship, else the one whom the school publishes for the
 * role ({@code social_worker}, {@code youth_offending}).
 */
record Addressee(Recipient to, School school, Vault vault) {

    private static final TypeReference<List<Contact>> CONTACTS = new TypeReference<>() {};

    /** The e-mail address, sealed for the pupil; empty when the school has none. */
    Optional<Sealed> find(PupilState pupil) {
        Stream<String> ofPupil = vault.openJson(pupil.contacts(), CONTACTS).stream()
                .flatMap(List::stream)
                .filter(contact -> isTheirs(contact.relationship()))
                .map(Contact::email)
                .flatMap(Stream::ofNullable);
        Stream<String> ofSchool = school.policy().contacts().stream()
                .filter(contact -> isTheirs(contact.role()))
                .map(EffectivePolicy.Contact::email)
                .flatMap(Stream::ofNullable);
        return Stream.concat(ofPupil, ofSchool).findFirst().map(email -> vault.seal(pupil.pupil(), email));
    }

    private boolean isTheirs(String role) {
        String words = role.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return switch (to) {
            case SOCIAL_WORKER -> words.contains("social worker");
            case YOUTH_OFFENDING -> words.contains("youth offending") || words.contains("youth justice");
        };
    }
}
