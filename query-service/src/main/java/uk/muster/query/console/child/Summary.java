package uk.muster.query.console.child;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a child's year comes to, as a sentence and figures.
 *
 * @param finding the one thing that the figures say
 * @param percentage null when nothing was possible
 * @param band the policy's name for the rate; null when nothing was possible
 * @param trend in words; null where there is none
 * @param notes what else there is to say, such as persistent absence
 */
public record Summary(
        String finding,
        @Nullable String percentage,
        @Nullable String band,
        @Nullable String trend,
        List<Count> counts,
        List<String> notes) {

    public record Count(String label, int number) {}
}
