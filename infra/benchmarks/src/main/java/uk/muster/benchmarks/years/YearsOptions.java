package uk.muster.benchmarks.years;

/**
 * How much is posted and how much is asked.
 *
 * @param pupils on roll in each year, rounded up to classes of thirty
 * @param years school years, one after the other
 * @param corrections amendments of a school day, beside those of the N of the day before
 * @param warmUp questions of each kind before any is timed
 * @param samples questions of each kind that are timed, for each number of callers
 * @param pageSamples times that each page of the console is asked for
 * @param connections to command-service, one request in flight on each
 */
record YearsOptions(
        int pupils, int years, int corrections, int warmUp, int samples, int pageSamples, int connections, long seed) {

    /** The academic year that the first of them begins in. */
    static final int FIRST_YEAR = 2026;

    private static final int MOST_YEARS = 20;

    YearsOptions {
        requireAtLeast("--pupils", pupils, 1);
        requireAtLeast("--years", years, 1);
        requireAtLeast("--corrections", corrections, 0);
        requireAtLeast("--warm-up", warmUp, 0);
        requireAtLeast("--samples", samples, 1);
        requireAtLeast("--page-samples", pageSamples, 0);
        requireAtLeast("--connections", connections, 1);
        if (years > MOST_YEARS) {
            throw new IllegalArgumentException("--years is at most " + MOST_YEARS + ".");
        }
    }

    /** What decides which school is posted: two runs of which this is the same post the same. */
    String school() {
        return "%d pupils, %d years, %d corrections, seed %d".formatted(pupils, years, corrections, seed);
    }

    private static void requireAtLeast(String option, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(option + " is at least " + least + ".");
        }
    }
}
