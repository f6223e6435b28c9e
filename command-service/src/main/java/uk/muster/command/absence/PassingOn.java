package uk.muster.command.absence;

import java.util.Map;
import uk.muster.command.absence.AbsenceCommand.Escalate;
import uk.muster.command.absence.AbsenceCommand.ForecastSickness;
import uk.muster.command.decision.Decision;
import uk.muster.kernel.event.AbsenceEvent.SafeguardingEscalated;
import uk.muster.kernel.event.AbsenceEvent.SicknessForecast;

/** Recording that a concern was passed on, and that a pupil is believed to be ill for long. */
final class PassingOn {

    private PassingOn() {}

    static Decision decide(AbsenceRules rules, Escalate command) {
        SafeguardingEscalated escalated = new SafeguardingEscalated(
                rules.urn(),
                rules.pupil(),
                AbsenceRules.newId(),
                command.at(),
                command.to(),
                rules.vault().seal(rules.pupil(), command.reason()),
                rules.author(command.author()));
        return rules.recordUnlessFuture(command.at(), escalated, Map.of());
    }

    static Decision decide(AbsenceRules rules, ForecastSickness command) {
        SicknessForecast forecast = new SicknessForecast(
                rules.urn(),
                rules.pupil(),
                AbsenceRules.newId(),
                command.from(),
                command.expectedSchoolDays(),
                rules.author(command.author()));
        return rules.record(forecast, null, Map.of());
    }
}
