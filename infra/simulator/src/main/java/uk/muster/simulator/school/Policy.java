package uk.muster.simulator.school;

import java.time.LocalTime;

/**
 * What a policy profile, with its school's overlay, wants of a mark: the times that decide between present, late and late after close
 * (Europe/London), and what must be said with some codes.
 *
 * @param profile the profile's id
 * @param arrivalDue from when minutes late are counted in the morning
 * @param lateFrom after which L is due, until {@code amCloses}
 * @param amCloses after which U is due
 * @param pmStart from when minutes late are counted in the afternoon, and after which L is due
 * @param pmCloses after which U is due in the afternoon
 * @param overlayMorning whether the profile leaves the morning's times to the school's overlay (ipat)
 * @param lateCodeUsed false where a pupil who arrives before the register closes is simply present (clore-shalom)
 * @param approvalAfterWindow whether an amendment made after the profile's window needs an approver (ipat)
 */
public record Policy(
        String profile,
        LocalTime arrivalDue,
        LocalTime registerOpenFrom,
        LocalTime lateFrom,
        LocalTime amCloses,
        LocalTime pmStart,
        LocalTime pmCloses,
        boolean overlayMorning,
        boolean lateCodeUsed,
        boolean approvalAfterWindow) {

    /** A trust whose schools want the minutes with every L and U. */
    public static final Policy HCAT = of("hcat", "09:00", "09:00", "09:00", "09:30", "13:10", "13:30");

    /** A special school that wants the nature of every activity and of every unavoidable cause. */
    public static final Policy KTS = of("kts", "09:00", "09:10", "09:10", "09:30", "12:50", "13:10");

    /** A primary school whose register closes as it opens, so that L is never used. */
    public static final Policy CLORE_SHALOM = of("clore-shalom", "08:45", "08:15", "08:45", "08:45", "13:00", "13:20")
            .withoutLateCode();

    /** A trust that leaves the times to its schools and wants approval for amendments after five school days. */
    public static final Policy IPAT =
            of("ipat", "08:40", "08:40", "08:45", "09:10", "13:15", "13:35").withOwnMorning();

    private static Policy of(
            String profile, String due, String open, String lateFrom, String closes, String pmStart, String pmCloses) {
        return new Policy(
                profile,
                LocalTime.parse(due),
                LocalTime.parse(open),
                LocalTime.parse(lateFrom),
                LocalTime.parse(closes),
                LocalTime.parse(pmStart),
                LocalTime.parse(pmCloses),
                false,
                true,
                false);
    }

    private Policy withoutLateCode() {
        return new Policy(
                profile, arrivalDue, registerOpenFrom, lateFrom, amCloses, pmStart, pmCloses, false, false, false);
    }

    private Policy withOwnMorning() {
        return new Policy(
                profile, arrivalDue, registerOpenFrom, lateFrom, amCloses, pmStart, pmCloses, true, true, true);
    }
}
