package uk.muster.benchmarks.morning;

/**
 * How much of England is played.
 *
 * @param share of the schools, above 0 to 1
 * @param warmUp days played before, two thirds of them mornings and afternoons, then mornings, 0 or more
 * @param mornings measured mornings, 1 or more
 * @param connections to command-service, one request in flight on each
 */
record MorningOptions(double share, int warmUp, int mornings, int connections, long seed) {}
