package uk.muster.query.ingest;

import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.store.ClassDocument;

/**
 * That an event changed a pupil's days in a class, or the id by which they are known.
 *
 * @param pupilId the MIS's id as it is known at the end of the batch; null when it can't be opened any more
 * @param position of the event
 * @param days the pupil's days in that class after it
 */
record PlacementChange(
        Urn urn, GroupId group, PupilNumber pupil, @Nullable String pupilId, long position, ClassDocument.Known days) {

    String classId() {
        return ClassDocument.idOf(urn, group);
    }
}
