package uk.muster.command.pupil;

import java.util.Optional;
import uk.muster.command.keys.Vault;
import uk.muster.command.pupil.PupilCommand.Admission;
import uk.muster.command.pupil.PupilCommand.PupilStream;
import uk.muster.command.pupil.PupilCommand.PutPupil;
import uk.muster.command.roll.RollBook;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.school.SchoolBook;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** Finds the stream of a pupil by the school's own id, and begins one for a name that is new. */
public final class PupilRegister {

    private final SchoolBook schools;
    private final RollBook roll;
    private final Vault vault;

    public PupilRegister(SchoolBook schools, RollBook roll, Vault vault) {
        this.schools = schools;
        this.roll = roll;
        this.vault = vault;
    }

    /** @throws uk.muster.http.problem.ProblemException 404 when the school is unknown */
    public PutPupil putting(Urn urn, PupilId pupilId, Admission admission) {
        requireSchool(urn);
        Optional<RollPupil> known = roll.of(urn).find(pupilId);
        return known.map(pupil -> new PutPupil(
                        new PupilStream(urn, pupil.number()), new PupilIdentity(pupilId.value(), ""), admission))
                .orElseGet(() -> PutPupil.first(urn, pupilId, vault.newSalt(), admission));
    }

    /** @throws uk.muster.http.problem.ProblemException 404 when the school or the pupil is unknown */
    public PupilStream require(Urn urn, PupilId pupilId) {
        requireSchool(urn);
        return roll.of(urn)
                .find(pupilId)
                .map(pupil -> new PupilStream(urn, pupil.number()))
                .orElseThrow(() -> Problem.unknown("There is no such pupil.").asException());
    }

    /** The stream of a pupil by their random number; empty when no school has such a pupil. */
    public Optional<PupilStream> find(PupilNumber number) {
        return roll.schoolOf(number).map(urn -> new PupilStream(urn, number));
    }

    private void requireSchool(Urn urn) {
        if (schools.find(urn).isEmpty()) {
            throw Problem.unknownSchool().asException();
        }
    }
}
