package uk.muster.kernel.policy;

import java.util.List;
import java.util.Optional;

/**
 * A policy's bands of attendance and its limits of persistent and severe absence. Rates are compared exactly, as integers, never
 * rounded (G-01): 96.95 % is below 97.
 *
 * @param scale from the top down; the first band that takes a rate is the pupil's
 * @param colours another such scale, red, amber and green, whose ids are the colours (HCAT-23); empty where the policy has none
 * @param firmFrom possible sessions from which a band is acted on, 0 or more; with fewer it is provisional
 */
public record Bands(List<Band> scale, List<Band> colours, Limit persistent, Limit severe, int firmFrom) {

    /** Ten-thousandths of a percent in the whole. */
    private static final long WHOLE = 1_000_000;

    public Bands {
        scale = List.copyOf(scale);
        colours = List.copyOf(colours);
    }

    /**
     * A band of attendance.
     *
     * @param lower lower end in ten-thousandths of a percent, 0 to 1,000,000
     * @param takesLower whether a rate exactly at the lower end is in the band ({@code gte}) or below it ({@code gt})
     */
    public record Band(String id, String label, long lower, boolean takesLower) {

        boolean takes(int attended, int possible) {
            int compared = Bands.compare(attended, possible, lower);
            return compared > 0 || (takesLower && compared == 0);
        }
    }

    /**
     * An upper limit of attendance.
     *
     * @param upper in ten-thousandths of a percent
     * @param takesUpper whether a rate exactly at the limit is caught ({@code lte}) or not ({@code lt})
     */
    public record Limit(long upper, boolean takesUpper) {

        boolean catches(int attended, int possible) {
            int compared = Bands.compare(attended, possible, upper);
            return compared < 0 || (takesUpper && compared == 0);
        }
    }

    /** The band of a rate; empty when nothing was possible. */
    public Optional<Band> bandOf(int attended, int possible) {
        return first(scale, attended, possible);
    }

    /** The colour of a rate ({@code green}); empty when nothing was possible or the policy has no colours. */
    public Optional<String> colourOf(int attended, int possible) {
        return first(colours, attended, possible).map(Band::id);
    }

    /** Whether so few sessions were possible that the band is not acted on yet. */
    public boolean isProvisional(int possible) {
        return possible < firmFrom;
    }

    /** Whether the rate is persistent absence by this policy; false when nothing was possible. */
    public boolean isPersistentlyAbsent(int attended, int possible) {
        return possible > 0 && persistent.catches(attended, possible);
    }

    /** Whether the rate is severe absence by this policy; false when nothing was possible. */
    public boolean isSeverelyAbsent(int attended, int possible) {
        return possible > 0 && severe.catches(attended, possible);
    }

    private static Optional<Band> first(List<Band> scale, int attended, int possible) {
        if (possible > 0) {
            for (Band band : scale) {
                if (band.takes(attended, possible)) {
                    return Optional.of(band);
                }
            }
        }
        return Optional.empty();
    }

    private static int compare(int attended, int possible, long percent) {
        return Long.compare(attended * WHOLE, percent * possible);
    }
}
