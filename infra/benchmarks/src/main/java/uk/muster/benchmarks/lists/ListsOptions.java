package uk.muster.benchmarks.lists;

/**
 * How much is timed.
 *
 * @param schools of the trust, 1 or more, the large one among them
 * @param largePupils pupils of the large school, rounded up to classes of thirty
 * @param classes of every other school
 * @param others schools outside the trust, which take registers meanwhile as the trust does
 * @param days school days of registers of the trust, mornings and afternoons, posted before anything is timed
 * @param warmUp questions of each list before any is timed
 * @param seconds for how long lists are timed
 * @param writes registers a second meanwhile, of all schools alike; England's morning of half an hour has 150
 * @param connections to command-service for the history, one request in flight on each
 */
record ListsOptions(
        int schools,
        int largePupils,
        int classes,
        int others,
        int days,
        int warmUp,
        int seconds,
        int writes,
        int connections,
        long seed) {}
