package uk.muster.command.retention;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.muster.command.axon.AggregateCommand;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.event.RetentionEvent.HoldKind;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.retention.DisposalPlan;

/** What can be asked of a school's retention. */
public sealed interface RetentionCommand extends AggregateCommand {

    Urn urn();

    @Override
    default Object target() {
        return streamOf(urn());
    }

    /** The stream of a school's retention, {@code urn/retention}. */
    static String streamOf(Urn urn) {
        return urn + "/retention";
    }

    /**
     * Hold back what would be destroyed.
     *
     * @param pupil empty for every pupil of the school
     * @param academicYear of recording; empty for every year
     */
    record PlaceHold(
            Urn urn,
            HoldKind kind,
            Optional<PupilNumber> pupil,
            Optional<AcademicYear> academicYear,
            String reason,
            Person author)
            implements RetentionCommand {}

    record ReleaseHold(Urn urn, UUID holdId, String reason, Person author) implements RetentionCommand {}

    /**
     * Destroy the keys of a year, as a person confirms who saw the schedule.
     *
     * @param seen how many pupils' keys the person saw would go
     * @param keys who has keys now, and of whom something is not at its end
     * @param retentionYears the school's
     */
    record ConfirmDisposal(
            Urn urn, AcademicYear academicYear, int seen, DisposalPlan.Keys keys, int retentionYears, Person author)
            implements RetentionCommand {}

    /**
     * Record that the keys are gone.
     *
     * @param keys how many of them there were
     * @param forgotten the pupils of whom no key is left
     */
    record CertifyDisposal(Urn urn, DisposalConfirmed confirmed, int keys, List<PupilNumber> forgotten)
            implements RetentionCommand {}
}
