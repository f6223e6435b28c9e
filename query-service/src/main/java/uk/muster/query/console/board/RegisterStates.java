package uk.muster.query.console.board;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.query.board.MorningBoard;
import uk.muster.query.board.RegisterStatus;
import uk.muster.query.console.board.BoardPage.Group;
import uk.muster.query.console.board.BoardPage.State;
import uk.muster.query.console.shell.Say;

/** Puts a day's registers into words. */
final class RegisterStates {

    private RegisterStates() {}

    static List<Group> groups(MorningBoard board) {
        Map<String, Map<SessionHalf, State>> byGroup = new LinkedHashMap<>();
        board.items()
                .forEach(line -> byGroup.computeIfAbsent(line.group().value(), _ -> new EnumMap<>(SessionHalf.class))
                        .put(line.session(), state(line)));
        List<Group> groups = new ArrayList<>();
        byGroup.forEach(
                (name, states) -> groups.add(new Group(name, states.get(SessionHalf.AM), states.get(SessionHalf.PM))));
        return groups;
    }

    /** What is overdue comes before what is due. */
    static String sentence(MorningBoard board) {
        Map<RegisterStatus, Integer> counts = new EnumMap<>(RegisterStatus.class);
        board.items().forEach(line -> counts.merge(line.state(), 1, Integer::sum));
        int taken = counts.getOrDefault(RegisterStatus.TAKEN, 0) + counts.getOrDefault(RegisterStatus.INCOMPLETE, 0);
        int overdue = counts.getOrDefault(RegisterStatus.OVERDUE, 0);
        int due = counts.getOrDefault(RegisterStatus.DUE, 0);
        int wanted = taken + overdue + due;
        if (wanted == 0) {
            return "No register is wanted yet";
        }
        String all = taken == wanted
                ? "All " + Say.count(taken, "register") + " taken"
                : taken + " of " + wanted + " registers taken";
        return all + (overdue == 0 ? "" : ", " + overdue + " overdue") + (due == 0 ? "" : ", " + due + " due");
    }

    private static State state(MorningBoard.Line line) {
        String href = "/schools/" + line.registerId().urn() + "/registers/"
                + line.registerId().session().date() + "/" + line.session() + "/" + line.group();
        return switch (line.state()) {
            case TAKEN ->
                new State(line.takenAt() == null ? "Taken" : "Taken " + Say.time(line.takenAt()), "taken", href);
            case INCOMPLETE -> new State(line.missing() + " missing", "incomplete", href);
            case DUE -> new State("Due", "due", href);
            case OVERDUE -> new State("Overdue", "overdue", href);
            case NOT_DUE -> new State("Not due", "not-due", href);
        };
    }
}
