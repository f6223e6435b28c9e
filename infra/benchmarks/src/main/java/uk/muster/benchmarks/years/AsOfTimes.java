package uk.muster.benchmarks.years;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * How long one kind of question took.
 *
 * @param first milliseconds of the first answers after query-service was started
 * @param byCallers microseconds, by how many asked at once
 * @param refused answers that were none
 * @param wrong answers that did not say what had been posted by then
 */
record AsOfTimes(
        AsOfQuestion question, double first, Map<Integer, Histogram> byCallers, long refused, int checked, int wrong) {}
