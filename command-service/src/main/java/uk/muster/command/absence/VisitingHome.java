package uk.muster.command.absence;

import java.util.Map;
import uk.muster.command.absence.AbsenceCommand.RecordVisit;
import uk.muster.command.decision.Decision;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;

/** Recording a home visit. One made by fewer than the policy wants is recorded with a flag (HCAT-20). */
final class VisitingHome {

    private VisitingHome() {}

    static Decision decide(AbsenceRules rules, RecordVisit command) {
        boolean fewer =
                command.visitors().size() < rules.school().policy().followUp().homeVisitMinStaff();
        HomeVisitRecorded visited = new HomeVisitRecorded(
                rules.urn(),
                rules.pupil(),
                AbsenceRules.newId(),
                command.at(),
                rules.vault().sealJson(rules.pupil(), command.visitors()),
                command.visitors().size(),
                fewer,
                command.outcome(),
                rules.vault().sealOptional(rules.pupil(), command.note()).orElse(null),
                rules.author(command.author()));
        return rules.recordUnlessFuture(
                command.at(), visited, fewer ? Map.of("fewerVisitorsThanWanted", true) : Map.of());
    }
}
