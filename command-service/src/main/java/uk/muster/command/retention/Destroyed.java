package uk.muster.command.retention;

import java.util.List;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.identity.PupilNumber;

/** Is told which keys are destroyed, before that is certified; may be told again. What is kept beside backups learns it so. */
@FunctionalInterface
public interface Destroyed {

    /** @param forgotten the pupils of whom no key is left */
    void note(DisposalConfirmed confirmed, List<PupilNumber> forgotten);
}
