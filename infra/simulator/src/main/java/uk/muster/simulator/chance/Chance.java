package uk.muster.simulator.chance;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream of chance that belongs to one thing (a pupil, a class), found by the seed and the thing's name alone: drawing one more thing
 * changes nothing that is drawn for another.
 */
public final class Chance {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The stream of the thing named by {@code path}, whose parts are told apart by their printed form. */
    public static Chance of(long seed, Object... path) {
        long state = seed;
        for (Object part : path) {
            for (char c : part.toString().toCharArray()) {
                state = mix(state ^ c);
            }
            state = mix(state + GOLDEN_GAMMA);
        }
        return new Chance(state);
    }

    /** @return true with probability {@code p} (0 to 1) */
    public boolean happens(double p) {
        return random.nextDouble() < p;
    }

    /** @return uniform in [0, 1) */
    public double uniform() {
        return random.nextDouble();
    }

    /** @return uniform from {@code least} to {@code most}, both included */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** @return log-normal with mean 1 and the given standard deviation of its logarithm */
    public double logNormal(double sigma) {
        return Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
