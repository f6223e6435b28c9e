package uk.muster.query.pupil;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.event.PupilEvent.PupilDetails;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.policy.VulnerabilityFlag;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.keys.Opener;

/** Opens what lists show of pupils and what they are looked for by. What was erased reads {@value Opener#ERASED}, and has no flags. */
public final class PupilOpener {

    private final Opener opener;

    public PupilOpener(Opener opener) {
        this.opener = opener;
    }

    /** Fetches the keys of many pupils at once. */
    public void prepare(Collection<PupilState> pupils) {
        opener.prepare(pupils.stream()
                .flatMap(pupil -> Stream.of(pupil.identity(), pupil.details(), pupil.flags()))
                .toList());
    }

    /** What the MIS calls the pupil. */
    public String idOf(PupilState pupil) {
        return opener.text(pupil.identity())
                .map(json ->
                        KernelJson.mapper().readValue(json, PupilIdentity.class).pupilId())
                .orElse(Opener.ERASED);
    }

    /** Forename and surname. */
    public String nameOf(PupilState pupil) {
        return opener.text(pupil.details())
                .map(PupilOpener::details)
                .map(details -> details.forename() + " " + details.surname())
                .orElse(Opener.ERASED);
    }

    /** By which names are put in order: surname first, without accents and capitals. */
    public String sortingNameOf(PupilState pupil) {
        return opener.text(pupil.details())
                .map(PupilOpener::details)
                .map(details -> PlainText.of(details.surname() + " " + details.forename()))
                .orElse(Opener.ERASED.toLowerCase(Locale.ROOT));
    }

    /** The circumstances that are recorded of the pupil. */
    public List<VulnerabilityFlag> flagsOf(PupilState pupil) {
        return opener.text(pupil.flags())
                .map(json -> Stream.of(KernelJson.mapper().readValue(json, VulnerabilityFlag[].class))
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    /** Adults to be told, the first to be tried coming first. */
    public List<Contact> contactsOf(PupilState pupil) {
        return opener.text(pupil.contacts())
                .map(json -> Stream.of(KernelJson.mapper().readValue(json, Contact[].class))
                        .sorted(Comparator.comparingInt(Contact::priority))
                        .toList())
                .orElse(List.of());
    }

    private static PupilDetails details(String json) {
        return KernelJson.mapper().readValue(json, PupilDetails.class);
    }
}
