package uk.muster.benchmarks.morning;

/**
 * How much of England is played.
 *
 * @param share of the schools, above 0 to 1
 * @param mornings measured mornings, 1 or more; one more is played before, to warm up
 * @param connections to command-service, one request in flight on each
 */
record MorningOptions(double share, int mornings, int connections, long seed) {}
