package uk.muster.command.absence;

import java.util.Collection;
import java.util.List;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;

/** Tells in which registers a pupil's reason is not established yet. */
@FunctionalInterface
public interface UnexplainedMarks {

    /** Those of the registers in which the pupil's entry is {@code N} now, in their order. */
    List<RegisterId> among(Collection<RegisterId> registers, PupilNumber pupil);
}
