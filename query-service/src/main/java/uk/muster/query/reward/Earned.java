package uk.muster.query.reward;

/** For what a pupil may be rewarded. */
enum Earned {
    /** Every possible session of the days was attended (HCAT-50). */
    FULL_ATTENDANCE,
    /** A higher rate than in as many school weeks before (KTS-54). */
    IMPROVED_ATTENDANCE,
    /** Late less often than in as many school weeks before (HCAT-71). */
    IMPROVED_PUNCTUALITY,
    /** Attendance of the year to date from which the policy lets a pupil go on trips (HCAT-38). */
    TRIPS
}
