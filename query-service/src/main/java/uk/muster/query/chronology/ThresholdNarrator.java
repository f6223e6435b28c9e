package uk.muster.query.chronology;

import java.util.UUID;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.ThresholdEvent;
import uk.muster.kernel.event.ThresholdEvent.ThresholdMet;
import uk.muster.kernel.event.ThresholdEvent.ThresholdRetracted;
import uk.muster.kernel.policy.PenaltyPolicy.Effect;
import uk.muster.query.register.CountedLine;
import uk.muster.query.register.SessionLine;

/** Puts thresholds of unauthorised absence into words. Muster itself found them, so nobody is named as having done it. */
final class ThresholdNarrator {

    private ThresholdNarrator() {}

    static Telling tell(ThresholdEvent event) {
        return switch (event) {
            case ThresholdMet e -> met(e);
            case ThresholdRetracted e -> retracted(e);
        };
    }

    private static Telling met(ThresholdMet e) {
        return new Telling(
                id(e, e.entryId()),
                null,
                "Threshold " + e.windowId() + " met on " + e.metOn() + " with "
                        + AbsenceWords.count(e.threshold(), "session") + ": " + then(e.effect()),
                new Data("event", "THRESHOLD_MET")
                        .with("windowId", e.windowId())
                        .with("effect", e.effect())
                        .with("metOn", e.metOn())
                        .with("threshold", e.threshold())
                        .with("sessions", CountedLine.of(e.sessions())));
    }

    private static Telling retracted(ThresholdRetracted e) {
        return new Telling(
                id(e, e.entryId()),
                null,
                "Threshold " + e.windowId() + " retracted: "
                        + AbsenceWords.count(e.gone().size(), "session") + " of it no longer count"
                        + (e.gone().size() == 1 ? "s" : ""),
                new Data("event", "THRESHOLD_RETRACTED")
                        .with("windowId", e.windowId())
                        .with("retracts", id(e, e.threshold()))
                        .with("retractedOn", e.on())
                        .with("gone", e.gone().stream().map(SessionLine::of).toList()));
    }

    private static String then(Effect effect) {
        return switch (effect) {
            case MUST_CONSIDER_PENALTY -> "a penalty notice must be considered";
            case LOCAL_ALERT -> "local alert";
            case WARNING -> "the parents are to be warned";
        };
    }

    private static String id(ThresholdEvent e, UUID entryId) {
        return new AbsenceEntryId(e.pupil(), entryId).toString();
    }
}
