package uk.muster.benchmarks.years;

/**
 * An amendment of a mark.
 *
 * @param day on which it is made, later than the register's
 * @param register its number
 * @param place in the class, from 0
 * @param from the code that stands before
 */
record Correction(int day, int register, int place, String from, String to) {}
