package uk.muster.benchmarks.lists;

import java.time.Duration;
import java.util.List;
import uk.muster.kernel.identity.Urn;

/**
 * A query that is timed.
 *
 * @param name in the report
 * @param path with its parameters
 * @param target milliseconds within which 99 of 100 should be answered
 * @param every from one question to the next
 */
record TimedList(String name, String path, int target, Duration every) {

    static final String TRUST = "bench-trust";

    private static final int SCHOOL_TARGET = 50;
    private static final int TRUST_TARGET = 500;
    private static final Duration SCHOOL_EVERY = Duration.ofSeconds(1);
    private static final Duration TRUST_EVERY = Duration.ofSeconds(5);

    /** Every query that is timed: one line for each that is added. */
    static List<TimedList> all(Urn large) {
        return List.of(
                ofSchool("atRiskOfSchool", large, "at-risk"),
                ofSchool("atRiskOfSchoolByName", large, "at-risk?sort=name"),
                ofSchool("penaltyWindowsOfSchool", large, "penalty-windows?minSessions=1"),
                ofSchool("punctualityOfSchool", large, "punctuality"),
                ofSchool("rewardsOfSchool", large, "rewards"),
                ofTrust("atRiskOfTrust", "at-risk"),
                ofTrust("penaltyWindowsOfTrust", "penalty-windows?minSessions=10"));
    }

    private static TimedList ofSchool(String name, Urn urn, String list) {
        return new TimedList(name, "/api/v1/schools/" + urn + "/" + list, SCHOOL_TARGET, SCHOOL_EVERY);
    }

    private static TimedList ofTrust(String name, String list) {
        return new TimedList(name, "/api/v1/trusts/" + TRUST + "/" + list, TRUST_TARGET, TRUST_EVERY);
    }
}
