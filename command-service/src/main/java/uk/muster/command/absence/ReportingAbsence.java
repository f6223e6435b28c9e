package uk.muster.command.absence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.muster.command.absence.AbsenceCommand.ReportAbsence;
import uk.muster.command.decision.Decision;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.policy.FollowUpPolicy;

/** Taking down what somebody tells the school. What the policy misses is marked, never a ground to refuse it: a child is safer known about. */
final class ReportingAbsence {

    /** What says that a pupil is ill and nothing more (CS-14). */
    private static final Set<String> ILL_ALONE = Set.of(
            "ill",
            "illness",
            "is ill",
            "sick",
            "sickness",
            "is sick",
            "unwell",
            "is unwell",
            "poorly",
            "is poorly",
            "not well");

    private ReportingAbsence() {}

    static Decision decide(AbsenceRules rules, ReportAbsence command) {
        List<Fault> faults = new ArrayList<>();
        LocalDate back = command.expectedReturn().orElse(null);
        if (back != null && back.isBefore(command.from())) {
            faults.add(new Fault("/expectedReturn", "This lies before the first day of the absence."));
        }
        faults.addAll(rules.futureFaults(command.receivedAt(), "/receivedAt"));
        if (!faults.isEmpty()) {
            return Decision.refuse(Problem.invalid(faults));
        }
        boolean moreWanted = wantsMore(rules.school().policy().followUp(), command);
        AbsenceReported reported = new AbsenceReported(
                rules.urn(),
                rules.pupil(),
                AbsenceRules.newId(),
                rules.vault().sealJson(rules.pupil(), command.reportedBy()),
                command.channel(),
                command.receivedAt(),
                rules.vault().seal(rules.pupil(), command.reason()),
                command.from(),
                back,
                moreWanted,
                command.doubt() ? true : null,
                rules.author(command.author()));
        return rules.record(reported, command.receivedAt(), moreWanted ? Map.of("moreDetailWanted", true) : Map.of());
    }

    private static boolean wantsMore(FollowUpPolicy policy, ReportAbsence command) {
        return (policy.expectedReturnWanted() && command.expectedReturn().isEmpty())
                || (policy.illnessDetailWanted() && saysIllAlone(command.reason()));
    }

    private static boolean saysIllAlone(String reason) {
        return ILL_ALONE.contains(
                reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip());
    }
}
