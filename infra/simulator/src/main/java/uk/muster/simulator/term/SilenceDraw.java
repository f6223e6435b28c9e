package uk.muster.simulator.term;

import static uk.muster.kernel.identity.SessionHalf.AM;
import static uk.muster.kernel.identity.SessionHalf.PM;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.simulator.chance.Chance;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.Silence.Way;

/** Draws how unexplained absences go on: most are explained on their first day, some after days, and some never. */
record SilenceDraw(SchoolPlan plan, List<LocalDate> days) {

    private static final int DEADLINE_SCHOOL_DAYS = 5;
    private static final int SIXTH_DAY = 5;
    private static final double EXPLAINED_ON_DAY_ONE = 0.6;
    private static final double EXPLAINED_BY_NOON = 0.6;
    private static final double NEVER_REACHED = 0.3;
    private static final double REASON_NOT_ACCEPTED = 0.5;

    /** How many absences of a code nobody tells the school of before the register. */
    static double share(String code) {
        return switch (code) {
            case "O" -> 0.25;
            case "G" -> 0.15;
            case "I" -> 0.2;
            default -> 0.05;
        };
    }

    /** @param first,last indexes of the first and last school day of the absence */
    Silence draw(Chance chance, String code, int first, int last) {
        if (!code.equals("O")) {
            return explained(chance, first, last);
        }
        boolean reached = !chance.happens(NEVER_REACHED);
        if (reached && chance.happens(REASON_NOT_ACCEPTED)) {
            return explained(chance, first, last);
        }
        return unexplained(
                reached ? Optional.of(days.get(first + chance.between(0, last - first))) : Optional.empty(),
                way(chance),
                last,
                true);
    }

    /** @param first,last indexes of the first and last school day of the story */
    Silence of(Story story, int first, int last) {
        Optional<LocalDate> reached =
                story == Story.REACHED_ON_DAY_SIX ? Optional.of(days.get(first + SIXTH_DAY)) : Optional.empty();
        return unexplained(reached, Way.ANSWERS, last, story != Story.NEVER_SETTLED);
    }

    private Silence explained(Chance chance, int first, int last) {
        int after = chance.happens(EXPLAINED_ON_DAY_ONE) ? 0 : Math.min(chance.between(1, 4), chance.between(1, 4));
        int on = Math.min(first + after, days.size() - 1);
        boolean byNoon = chance.happens(EXPLAINED_BY_NOON);
        SessionKey until = new SessionKey(days.get(Math.min(on, last)), on <= last && byNoon ? AM : PM);
        return new Silence(until, Optional.of(days.get(on)), way(chance), Optional.of(days.get(on)));
    }

    /** Every session stays N until its deadline turns it; where nobody's name stands for that, the school decides when they are all over. */
    private Silence unexplained(Optional<LocalDate> reached, Way way, int last, boolean schoolDecides) {
        int after = last + DEADLINE_SCHOOL_DAYS + 1;
        Optional<LocalDate> decided = schoolDecides && plan.responsibleOfficer().isEmpty() && after < days.size()
                ? Optional.of(days.get(after))
                : Optional.empty();
        return new Silence(new SessionKey(days.get(last), PM), reached, way, decided);
    }

    private static Way way(Chance chance) {
        return chance.happens(0.3) ? Way.TELLS : chance.happens(0.75) ? Way.ANSWERS : Way.OPENS;
    }
}
