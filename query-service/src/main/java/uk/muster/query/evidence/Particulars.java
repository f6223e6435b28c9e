package uk.muster.query.evidence;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.event.PupilEvent.PupilDetails;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.policy.VulnerabilityFlag;
import uk.muster.query.keys.Opener;
import uk.muster.query.pupil.Pupil;

/** Says who a pupil is, as the admission register has them now. What was erased says so, or is left out. */
final class Particulars {

    private final Opener opener;
    private final InstantSource clock;

    Particulars(Opener opener, InstantSource clock) {
        this.opener = opener;
        this.clock = clock;
    }

    EvidencePack.Pupil describe(Pupil pupil, PupilId id) {
        Optional<PupilDetails> details = details(pupil);
        return new EvidencePack.Pupil(
                id.value(),
                pupil.state().pupil().value(),
                details.map(PupilDetails::upn).orElse(Opener.ERASED),
                details.map(known -> known.forename() + " " + known.surname()).orElse(Opener.ERASED),
                details.map(PupilDetails::dateOfBirth).orElse(null),
                pupil.state().placement().yearGroup(),
                pupil.groupAround(London.dateOf(clock.instant()))
                        .map(Object::toString)
                        .orElse(null));
    }

    EvidencePack.Admission admission(Pupil pupil) {
        Optional<PupilDetails> details = details(pupil);
        return new EvidencePack.Admission(
                details.map(PupilDetails::sex).orElse(null),
                details.map(PupilDetails::address).orElse(null),
                details.map(PupilDetails::ethnicity).orElse(null),
                opener.text(pupil.state().flags())
                        .map(json -> List.of(KernelJson.mapper().readValue(json, VulnerabilityFlag[].class)))
                        .orElse(List.of()),
                opener.text(pupil.state().contacts())
                        .map(json -> Stream.of(KernelJson.mapper().readValue(json, Contact[].class))
                                .map(Contact::relationship)
                                .toList())
                        .orElse(List.of()));
    }

    private Optional<PupilDetails> details(Pupil pupil) {
        return opener.text(pupil.state().details())
                .map(json -> KernelJson.mapper().readValue(json, PupilDetails.class));
    }
}
