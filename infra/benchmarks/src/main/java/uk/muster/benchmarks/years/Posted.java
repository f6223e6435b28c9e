package uk.muster.benchmarks.years;

/**
 * How long it took to live the years.
 *
 * @param seconds in all
 * @param clockSeconds of which the clock was moved, all that fell due included
 */
record Posted(double seconds, double clockSeconds) {}
