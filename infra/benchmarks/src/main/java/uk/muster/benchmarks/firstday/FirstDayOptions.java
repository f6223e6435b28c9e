package uk.muster.benchmarks.firstday;

/**
 * How much of England is played.
 *
 * @param share of the unexplained pupils, above 0 to 1
 * @param connections to command-service, one request in flight on each
 */
record FirstDayOptions(double share, int connections, long seed) {}
