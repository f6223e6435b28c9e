package uk.muster.kernel.absence;

import java.util.Set;
import uk.muster.kernel.penalty.Limit;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.FollowUpPolicy;
import uk.muster.kernel.policy.FollowUpPolicy.Counting;
import uk.muster.kernel.policy.FollowUpPolicy.MedicalEvidence;
import uk.muster.kernel.policy.FollowUpPolicy.SicknessReturn;
import uk.muster.kernel.policy.FollowUpPolicy.UnauthorisedReturn;

/**
 * How many sessions of unauthorised absence, of illness and of lateness a pupil has, of which it is quickly told whether a clock over many days can have come to
 * its end. Nine pupils in ten who are absent are far from every limit.
 *
 * @param unauthorised sessions of the academic year with {@code G}, {@code N}, {@code O} or {@code U}
 * @param recentUnauthorised of them, those lately: no run of days that is still to be found began earlier
 * @param recentWithoutLeave of these, those with {@code G} or {@code O}
 * @param illness sessions of the academic year with {@code I}
 * @param recentIllness of them, those lately
 * @param late sessions of the academic year with {@code L} or {@code U}
 * @param inWindows sessions with {@code G}, {@code N}, {@code O} or {@code U} that any window towards a penalty can still reach
 * @param lateInWindows of these, those with {@code U}
 */
public record AbsentTotals(
        int unauthorised,
        int recentUnauthorised,
        int recentWithoutLeave,
        int illness,
        int recentIllness,
        int late,
        int inWindows,
        int lateInWindows) {

    /** Beyond this no window reaches back: twelve school weeks with every holiday of a year between them, and some to spare. */
    public static final int WINDOW_DAYS = 280;

    private static final Set<String> LATE_ALONE = Set.of("U");
    private static final int SESSIONS_OF_A_DAY = 2;

    /**
     * Whether {@link Returns}, {@link Evidence}, {@link Lateness} or {@link Thresholds} can find anything by the marks of the school alone; a school day
     * has at least one session.
     */
    public boolean mayReachALimit(EffectivePolicy policy) {
        FollowUpPolicy rules = policy.followUp();
        return Limit.of(policy.penalty()).stream().anyMatch(this::mayReach)
                || mayReach(rules.unauthorised())
                || mayReach(rules.sickness())
                || mayReach(rules.medicalEvidence())
                || rules.lateness().steps().stream().anyMatch(step -> late >= step.min());
    }

    private boolean mayReach(Limit limit) {
        return (LATE_ALONE.equals(limit.codes()) ? lateInWindows : inWindows) >= limit.sessions();
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
}
