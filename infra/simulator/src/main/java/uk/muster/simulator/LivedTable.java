package uk.muster.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.muster.simulator.http.HappeningCounts;
import uk.muster.simulator.http.StaffCallers;
import uk.muster.simulator.http.TaskList;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.LivedTerm;

/** What a term came to at each school, as the ledger and the list of tasks have it. */
final class LivedTable {

    private static final String HEADING = String.format(
            Locale.ROOT,
            "%n%-29s %-13s %5s %5s %5s %9s %10s %8s %7s %9s %7s %12s %10s%n",
            "school",
            "policy",
            "cases",
            "open",
            "done",
            "declined",
            "cancelled",
            "reports",
            "calls",
            "visits",
            "risk",
            "escalations",
            "decisions");

    private LivedTable() {}

    static String of(StaffCallers callers, List<LivedTerm> terms) {
        StringBuilder table = new StringBuilder(HEADING);
        for (LivedTerm lived : terms) {
            SchoolPlan plan = lived.term().plan();
            Map<String, Integer> tasks = new TaskList(callers.reader(), plan.urn()).countByStatus();
            Map<String, Integer> facts = HappeningCounts.of(callers.auditor(), plan.urn());
            table.append(String.format(
                    Locale.ROOT,
                    "%-29s %-13s %5d %5d %5d %9d %10d %8d %7d %9d %7d %12d %10d%n",
                    plan.name(),
                    plan.policy().profile(),
                    count(facts, "unexplained-absence-opened.v1"),
                    count(tasks, "OPEN"),
                    count(tasks, "DONE"),
                    count(tasks, "DECLINED"),
                    count(tasks, "CANCELLED"),
                    count(facts, "absence-reported.v1"),
                    count(facts, "contact-attempted.v1"),
                    count(facts, "home-visit-recorded.v1"),
                    count(facts, "risk-assessed.v1"),
                    count(facts, "safeguarding-escalated.v1"),
                    count(facts, "absence-decided.v1")));
        }
        return table.append("open, done, declined and cancelled are tasks\n").toString();
    }

    private static int count(Map<String, Integer> counts, String what) {
        return counts.getOrDefault(what, 0);
    }
}
