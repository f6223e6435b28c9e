package uk.muster.query.penalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.ThresholdEvent.ThresholdMet;
import uk.muster.kernel.event.ThresholdEvent.ThresholdRetracted;
import uk.muster.kernel.penalty.PenaltyWindow;
import uk.muster.query.store.Fact;

/** When a pupil's thresholds were retracted, by what was recorded of their absences. */
record Retractions(Map<UUID, ThresholdMet> met, List<ThresholdRetracted> retracted) {

    static Retractions of(List<Fact> facts) {
        Map<UUID, ThresholdMet> met = new HashMap<>();
        List<ThresholdRetracted> retracted = new ArrayList<>();
        for (Fact fact : facts) {
            switch (fact.read()) {
                case ThresholdMet e -> met.put(e.entryId(), e);
                case ThresholdRetracted e -> retracted.add(e);
                default -> {}
            }
        }
        return new Retractions(met, retracted);
    }

    /** The last retraction, up to a day, of a threshold that lay in the window; null while the window is met. */
    @Nullable
    LocalDate of(PenaltyWindow window, LocalDate on) {
        if (window.met()) {
            return null;
        }
        return retracted.stream()
                .filter(each -> each.windowId().equals(window.windowId())
                        && !each.on().isAfter(on)
                        && !Objects.requireNonNull(met.get(each.threshold()))
                                .metOn()
                                .isBefore(window.from()))
                .map(ThresholdRetracted::on)
                .reduce((_, later) -> later)
                .orElse(null);
    }
}
