package uk.muster.command.retention;

import java.util.List;
import java.util.UUID;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** The list of what was ever destroyed, kept apart from the ledger: one that was restored from before a disposal does not know of it. */
public interface DestroyedKeys {

    /** Kept nowhere: no backup is made here. */
    DestroyedKeys NOWHERE = new DestroyedKeys() {
        @Override
        public void note(DisposalConfirmed confirmed, List<PupilNumber> forgotten) {}

        @Override
        public List<Past> all() {
            return List.of();
        }
    };

    /**
     * Notes a disposal, for good when this returns; may be told again.
     *
     * @param forgotten the pupils of whom no key is left
     */
    void note(DisposalConfirmed confirmed, List<PupilNumber> forgotten);

    /** Everything that was noted, oldest first. */
    List<Past> all();

    /** A disposal that was noted. */
    record Past(UUID disposal, Urn urn, AcademicYear academicYear, List<PupilNumber> pupils, boolean staff) {

        public Past {
            pupils = List.copyOf(pupils);
        }

        static Past of(DisposalConfirmed e) {
            return new Past(e.disposalId(), e.urn(), e.academicYear(), e.pupils(), e.staff());
        }

        /** By what it is known in the log and in what it sets off. */
        String correlation() {
            return disposal.toString();
        }
    }
}
