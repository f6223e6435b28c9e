package uk.muster.query.audit;

import uk.muster.kernel.event.ThresholdEvent;
import uk.muster.kernel.event.ThresholdEvent.ThresholdMet;
import uk.muster.kernel.event.ThresholdEvent.ThresholdRetracted;
import uk.muster.query.register.CountedLine;
import uk.muster.query.register.SessionLine;

/** Thresholds of unauthorised absence, unpacked. */
final class ThresholdData {

    private ThresholdData() {}

    static void put(ThresholdEvent event, EventData data) {
        switch (event) {
            case ThresholdMet e -> {
                data.put("windowId", e.windowId());
                data.put("effect", e.effect());
                data.put("sessions", CountedLine.of(e.sessions()));
                data.put("metOn", e.metOn());
            }
            case ThresholdRetracted e -> {
                data.put("threshold", AbsenceData.id(e, e.threshold()));
                data.put("windowId", e.windowId());
                data.put("on", e.on());
                data.put("gone", e.gone().stream().map(SessionLine::of).toList());
            }
        }
    }
}
