package uk.muster.query.audit;

import java.util.stream.Stream;
import uk.muster.kernel.event.RetentionEvent;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.event.RetentionEvent.HoldPlaced;
import uk.muster.kernel.event.RetentionEvent.HoldReleased;
import uk.muster.kernel.event.RetentionEvent.KeysDestroyed;
import uk.muster.kernel.identity.PupilNumber;

/** Events of a school's retention, unpacked. Whose keys went stays a list of numbers, which say nothing of who the children were. */
final class RetentionData {

    private RetentionData() {}

    static Stream<PupilNumber> pupilsOf(RetentionEvent event) {
        return event instanceof HoldPlaced held ? Stream.ofNullable(held.pupil()) : Stream.empty();
    }

    static void put(RetentionEvent event, EventData data) {
        data.put("urn", event.urn());
        switch (event) {
            case HoldPlaced e -> {
                data.put("id", e.holdId());
                data.put("kind", e.kind());
                PupilNumber pupil = e.pupil();
                data.put("pupilId", pupil == null ? null : data.pupilId(pupil));
                data.put("academicYear", e.academicYear());
                data.put("placedOn", e.placedOn());
                data.put("reason", data.text(e.reason()));
                data.put("author", data.json(e.author()));
            }
            case HoldReleased e -> {
                data.put("id", e.holdId());
                data.put("reason", data.text(e.reason()));
                data.put("author", data.json(e.author()));
            }
            case DisposalConfirmed e -> {
                data.put("id", e.disposalId());
                data.put("academicYear", e.academicYear());
                data.put("retentionYears", e.retentionYears());
                data.put("pupils", e.pupils());
                data.put("staff", e.staff());
                data.put("author", data.json(e.author()));
            }
            case KeysDestroyed e -> {
                data.put("id", e.disposalId());
                data.put("academicYear", e.academicYear());
                data.put("keys", e.keys());
                data.put("forgotten", e.forgotten());
            }
        }
    }
}
