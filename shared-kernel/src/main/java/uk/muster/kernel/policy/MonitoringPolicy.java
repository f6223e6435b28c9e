package uk.muster.kernel.policy;

/**
 * For how long attendance is watched after a letter (HCAT-89, HCAT-90, HCAT-X15, KTS-74): so many school weeks, and more for each whole day of absence in
 * them.
 *
 * @param weeks school weeks without any absence, 1 or more
 * @param weeksPerDay school weeks more for each day of absence, 0 or more
 * @param sessionsPerDay absent sessions that make a day, 1 or more
 */
public record MonitoringPolicy(int weeks, int weeksPerDay, int sessionsPerDay) {

    /**
     * How many school weeks it takes in all.
     *
     * @param absent sessions missed while attendance was watched, 0 or more
     */
    public int weeksWith(int absent) {
        return weeks + weeksPerDay * (absent / sessionsPerDay);
    }
}
