package uk.muster.simulator.term;

import java.util.List;
import uk.muster.simulator.school.RollEntry;
import uk.muster.simulator.school.SchoolPlan;

/** A school's term as drawn: its roll, and all that its system sends, in order of time. */
public record SchoolTerm(SchoolPlan plan, List<RollEntry> roll, List<Action> actions) {}
