package uk.muster.kernel.absence;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.penalty.Limit;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.FollowUpPolicy;
import uk.muster.kernel.policy.FollowUpPolicy.Counting;
import uk.muster.kernel.policy.FollowUpPolicy.MedicalEvidence;
import uk.muster.kernel.policy.FollowUpPolicy.SicknessReturn;
import uk.muster.kernel.policy.FollowUpPolicy.UnauthorisedReturn;
import uk.muster.kernel.policy.LatenessPolicy;
import uk.muster.kernel.policy.PenaltyPolicy;

/**
 * How many sessions of unauthorised absence, of illness and of lateness a pupil has, of which it is quickly told whether a clock over many days can
 * have come to its end. Nine pupils in ten who are absent or late are far from every limit.
 *
 * @param unauthorised sessions of the academic year with {@code G}, {@code N}, {@code O} or {@code U}
 * @param recentUnauthorised of them, those lately
 * @param recentWithoutLeave of these, those with {@code G} or {@code O}
 * @param illness sessions of the academic year with {@code I}
 * @param recentIllness of them, those lately
 * @param late sessions with {@code L} or {@code U} of the period in which lateness is counted
 * @param towardsPenalty unauthorised sessions that a window may still hold
 */
public record AbsentTotals(
        int unauthorised,
        int recentUnauthorised,
        int recentWithoutLeave,
        int illness,
        int recentIllness,
        int late,
        Unauthorised towardsPenalty) {

    /** No session at all. */
    public static final AbsentTotals NONE = new AbsentTotals(0, 0, 0, 0, 0, 0, new Unauthorised(0, 0, 0, 0));

    private static final int SESSIONS_OF_A_DAY = 2;

    /** Unauthorised sessions by code. */
    public record Unauthorised(int g, int n, int o, int u) {

        int of(Set<String> codes) {
            return of("G", g, codes) + of("N", n, codes) + of("O", o, codes) + of("U", u, codes);
        }

        private static int of(String code, int count, Set<String> codes) {
            return codes.contains(code) ? count : 0;
        }

        private Unauthorised plus(String code) {
            return switch (code) {
                case "G" -> new Unauthorised(g + 1, n, o, u);
                case "N" -> new Unauthorised(g, n + 1, o, u);
                case "O" -> new Unauthorised(g, n, o + 1, u);
                case "U" -> new Unauthorised(g, n, o, u + 1);
                default -> this;
            };
        }
    }

    /** What there can be at most once another session has the code, whichever day it is of. */
    public AbsentTotals atMostWith(String code) {
        int away = "GNOU".contains(code) ? 1 : 0;
        int withoutLeave = "GO".contains(code) ? 1 : 0;
        int ill = code.equals("I") ? 1 : 0;
        int tardy = "LU".contains(code) ? 1 : 0;
        return new AbsentTotals(
                unauthorised + away,
                recentUnauthorised + away,
                recentWithoutLeave + withoutLeave,
                illness + ill,
                recentIllness + ill,
                late + tardy,
                towardsPenalty.plus(code));
    }

    /**
     * From which days on sessions are counted.
     *
     * @param year the first day of the academic year
     * @param lately no run of days that is still to be found began earlier
     * @param lateness the first day of the period in which the school counts lateness
     * @param penalties no window begins earlier
     */
    public record Since(LocalDate year, LocalDate lately, LocalDate lateness, LocalDate penalties) {

        /** An {@code N} older than this begins no absence that could still last, and no run of days is longer that still has to be found. */
        public static final int LATELY_DAYS = 60;

        /** Whether everything is counted from the same day on or a later one, so that there are no more sessions than by the other. */
        public boolean countsNoMoreThan(Since other) {
            return !year.isBefore(other.year)
                    && !lately.isBefore(other.lately)
                    && !lateness.isBefore(other.lateness)
                    && !penalties.isBefore(other.penalties);
        }

        /** All the holidays of a year, by which a window of school weeks may be longer than its number says. */
        private static final int HOLIDAY_WEEKS = 14;

        public static Since of(EffectivePolicy policy, SchoolCalendars calendars, LocalDate today) {
            return new Since(
                    AcademicYear.of(today).firstDay(),
                    today.minusDays(LATELY_DAYS),
                    lateness(policy.followUp().lateness().period(), calendars, today),
                    today.minusWeeks(longestWindow(policy.penalty()) + HOLIDAY_WEEKS));
        }

        /** The period that the last school day before today is in, for its marks may be recorded today. */
        private static LocalDate lateness(LatenessPolicy.Period period, SchoolCalendars calendars, LocalDate today) {
            LocalDate lately = today.minusDays(LATELY_DAYS);
            LocalDate last = calendars.lastSchoolDay(lately, today.minusDays(1)).orElse(today);
            Optional<Term> counted = switch (period) {
                case HALF_TERM -> calendars.termOf(last);
                case TERM -> calendars.wholeTermOf(last);
            };
            return counted.map(Term::from).orElse(lately);
        }

        private static long longestWindow(PenaltyPolicy policy) {
            Stream<Integer> windows = policy.windows().stream().map(PenaltyPolicy.Window::length);
            Stream<Integer> lateness =
                    Stream.ofNullable(policy.persistentLateness()).map(PenaltyPolicy.PersistentLateness::weeks);
            return Stream.concat(windows, lateness)
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
        }
    }

    /**
     * Whether {@link Returns}, {@link Evidence}, {@link LateLadder} or {@link Thresholds} can find anything that they did not find before some
     * marks were seen; a school day has at least one session. What a mark does not count towards it cannot bring about.
     *
     * @param elsewhere whether sessions at another school may count beside these, where the policy counts them
     * @param seen of these totals, the marks that nobody has looked at yet
     */
    public boolean mayReachALimit(EffectivePolicy policy, boolean elsewhere, AbsentTotals seen) {
        return (seen.isAway() && mayReachDays(policy.followUp()))
                || (seen.late > 0 && mayReach(policy.followUp().lateness()))
                || Limit.of(policy.penalty()).stream()
                        .anyMatch(limit -> seen.towardsPenalty.of(limit.codes()) > 0 && mayReach(limit, elsewhere));
    }

    /** Illness and unauthorised absence make whole days together, so that either may bring about what is counted in days. */
    private boolean isAway() {
        return unauthorised > 0 || illness > 0;
    }

    private boolean mayReachDays(FollowUpPolicy policy) {
        return mayReach(policy.unauthorised()) || mayReach(policy.sickness()) || mayReach(policy.medicalEvidence());
    }

    private boolean mayReach(LatenessPolicy rule) {
        return rule.steps().stream().anyMatch(step -> late >= step.min());
    }

    private boolean mayReach(UnauthorisedReturn rule) {
        return reaches(rule.counting(), recentUnauthorised, rule.days(), unauthorised, rule.sessions());
    }

    private boolean mayReach(SicknessReturn rule) {
        return reaches(rule.counting(), recentIllness, rule.days(), illness, rule.days() * SESSIONS_OF_A_DAY);
    }

    private static boolean reaches(Counting counting, int recent, int days, int total, int sessions) {
        return (counting != Counting.CUMULATIVE && recent >= days)
                || (counting != Counting.CONTINUOUS && total >= sessions);
    }

    private boolean mayReach(MedicalEvidence rule) {
        Integer fromDay = rule.fromDay();
        Integer fromSpell = rule.fromSpell();
        return (fromDay != null && recentIllness >= fromDay)
                || (fromSpell != null && illness >= fromSpell)
                || (rule.besideUnauthorised() && recentIllness > 0 && recentWithoutLeave > 0);
    }

    private boolean mayReach(Limit limit, boolean elsewhere) {
        return towardsPenalty.of(limit.codes()) >= (elsewhere && limit.acrossSchools() ? 1 : limit.sessions());
    }
}
