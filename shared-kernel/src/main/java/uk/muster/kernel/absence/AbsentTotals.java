package uk.muster.kernel.absence;

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
 */
public record AbsentTotals(
        int unauthorised, int recentUnauthorised, int recentWithoutLeave, int illness, int recentIllness, int late) {

    private static final int SESSIONS_OF_A_DAY = 2;

    /** Whether {@link Returns}, {@link Evidence} or {@link LateLadder} can find anything; a school day has at least one session. */
    public boolean mayReachALimit(FollowUpPolicy rules) {
        return mayReach(rules.unauthorised())
                || mayReach(rules.sickness())
                || mayReach(rules.medicalEvidence())
                || rules.lateness().steps().stream().anyMatch(step -> late >= step.min());
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
