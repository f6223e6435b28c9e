package uk.muster.benchmarks.pages;

import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A page that is timed.
 *
 * @param name in the report
 * @param person who asks, as the provider's {@code people.json} names them
 * @param draw the path, of another child or class each time where there are several
 * @param form what is sent to it, empty for a page that is only read
 */
public record ConsolePage(String name, String person, Function<SplittableRandom, String> draw, String form) {

    /** A page that is read. */
    public static ConsolePage read(String name, String person, Function<SplittableRandom, String> draw) {
        return new ConsolePage(name, person, draw, "");
    }
}
