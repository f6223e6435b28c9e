package uk.muster.query.chronology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.AbsenceEvent.AbsenceDecided;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;
import uk.muster.kernel.event.AbsenceEvent.RiskAssessed;
import uk.muster.kernel.event.AbsenceEvent.SafeguardingEscalated;
import uk.muster.kernel.event.AbsenceEvent.SicknessForecast;
import uk.muster.query.chronology.Happening.Correction;
import uk.muster.query.store.Fact;

/** What was done about a pupil's absences. A correction is no happening of its own: what it corrects keeps its place and bears it. */
final class AbsenceHappenings {

    private AbsenceHappenings() {}

    static List<Happening> of(List<Fact> facts) {
        Map<UUID, Correction> corrections = new HashMap<>();
        List<Happening> all = new ArrayList<>();
        for (Fact fact : facts) {
            AbsenceEvent event = (AbsenceEvent) fact.read();
            switch (event) {
                case AbsenceReported e -> all.add(new Happening(Kind.ABSENCE_REPORT, e.receivedAt(), fact, e));
                case AbsenceDecided e -> all.add(new Happening(Kind.DECISION, fact.recordedAt(), fact, e));
                case SicknessForecast e -> all.add(new Happening(Kind.DECISION, fact.recordedAt(), fact, e));
                case ContactAttempted e -> all.add(new Happening(Kind.CONTACT_ATTEMPT, e.at(), fact, e));
                case HomeVisitRecorded e -> all.add(new Happening(Kind.HOME_VISIT, e.at(), fact, e));
                case RiskAssessed e -> all.add(new Happening(Kind.RISK_ASSESSMENT, e.at(), fact, e));
                case SafeguardingEscalated e -> all.add(new Happening(Kind.ESCALATION, e.at(), fact, e));
                case EntryCorrected e -> corrections.putIfAbsent(e.entryId(), new Correction(fact, e));
            }
        }
        return all.stream().map(happening -> happening.corrected(corrections)).toList();
    }
}
