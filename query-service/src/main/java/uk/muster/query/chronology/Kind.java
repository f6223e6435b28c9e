package uk.muster.query.chronology;

import java.util.EnumSet;
import java.util.Set;
import uk.muster.http.problem.Problem;

/** What an item of a chronology can be. */
public enum Kind {
    MARK,
    AMENDMENT,
    ARRIVAL,
    ABSENCE_REPORT,
    DECISION,
    CONTACT_ATTEMPT,
    HOME_VISIT,
    RISK_ASSESSMENT,
    TASK,
    ESCALATION,
    NOTIFICATION,
    THRESHOLD,
    LETTER,
    PENALTY,
    ENROLMENT;

    /** Kinds that lie in registers. */
    static final Set<Kind> OF_REGISTERS = Set.copyOf(EnumSet.of(MARK, AMENDMENT, ARRIVAL));

    /** Kinds that lie in the follow-up of absences. */
    static final Set<Kind> OF_ABSENCES = Set.copyOf(EnumSet.of(
            ABSENCE_REPORT,
            DECISION,
            CONTACT_ATTEMPT,
            HOME_VISIT,
            RISK_ASSESSMENT,
            TASK,
            ESCALATION,
            NOTIFICATION,
            THRESHOLD,
            PENALTY));

    /**
     * Kinds by name, comma-separated.
     *
     * @throws uk.muster.http.problem.ProblemException 422 when there is no such kind
     */
    static Set<Kind> parse(String text) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (String name : text.split(",", -1)) {
            try {
                kinds.add(valueOf(name.strip()));
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("kinds must be a comma-separated list of " + String.join(", ", names()) + ".")
                        .asException();
            }
        }
        return kinds;
    }

    private static Iterable<String> names() {
        return EnumSet.allOf(Kind.class).stream().map(Kind::name).toList();
    }
}
