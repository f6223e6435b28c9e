package uk.muster.query.ingest;

import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.store.ClassDocument;

/**
 * That an event changed a pupil's days in a class.
 *
 * @param position of the event
 * @param member the pupil in that class as they are at the end of the batch
 */
record PlacementChange(Urn urn, GroupId group, PupilNumber pupil, long position, ClassDocument.Member member) {

    String classId() {
        return ClassDocument.idOf(urn, group);
    }
}
