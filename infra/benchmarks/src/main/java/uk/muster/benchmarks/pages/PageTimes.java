package uk.muster.benchmarks.pages;

import org.HdrHistogram.Histogram;

/**
 * How long a page took, and what it weighs.
 *
 * @param first milliseconds of its first answer
 * @param micros of its whole answers, warm
 * @param compressed the most bytes of a body as browsers get it
 * @param plain the most bytes of a body before compression
 * @param refused answers that were no page
 */
public record PageTimes(ConsolePage page, double first, Histogram micros, int compressed, int plain, int refused) {}
