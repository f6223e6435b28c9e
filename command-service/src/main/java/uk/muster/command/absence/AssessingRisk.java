package uk.muster.command.absence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.muster.command.absence.AbsenceCommand.AssessRisk;
import uk.muster.command.decision.Decision;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.AbsenceEvent.RiskAssessed;

/** Recording an assessment of risk: every question of the policy is answered once (KTS-53, IPAT-17). A policy without questions takes any. */
final class AssessingRisk {

    private AssessingRisk() {}

    static Decision decide(AbsenceRules rules, AssessRisk command) {
        List<Fault> faults = new ArrayList<>(rules.futureFaults(command.at(), "/at"));
        faults.addAll(faults(rules.school().policy().followUp().riskFactors(), command));
        if (!faults.isEmpty()) {
            return Decision.refuse(Problem.invalid(faults));
        }
        RiskAssessed assessed = new RiskAssessed(
                rules.urn(),
                rules.pupil(),
                AbsenceRules.newId(),
                command.at(),
                rules.vault().sealJson(rules.pupil(), command.factors()),
                command.concernRemains(),
                rules.author(command.author()));
        return rules.record(assessed, command.at(), Map.of());
    }

    private static List<Fault> faults(List<String> questions, AssessRisk command) {
        List<Fault> faults = new ArrayList<>();
        Set<String> answered = new HashSet<>();
        for (int i = 0; i < command.factors().size(); i++) {
            String id = command.factors().get(i).id();
            if (!answered.add(id)) {
                faults.add(new Fault("/factors/" + i + "/id", "This question is answered twice."));
            } else if (!questions.isEmpty() && !questions.contains(id)) {
                faults.add(new Fault("/factors/" + i + "/id", "This is no question of the school's policy."));
            }
        }
        questions.stream()
                .filter(question -> !answered.contains(question))
                .forEach(question ->
                        faults.add(new Fault("/factors", "The policy wants an answer to " + question + ".")));
        return faults;
    }
}
