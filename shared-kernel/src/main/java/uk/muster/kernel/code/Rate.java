package uk.muster.kernel.code;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Sessions attended of those that could be. Whatever is decided goes by the two numbers; a percentage is for display only (G-01).
 *
 * @param attended 0 to {@code possible}
 */
public record Rate(int attended, int possible) implements Comparable<Rate> {

    /** Nothing was possible. */
    public static final Rate NONE = new Rate(0, 0);

    /** Ten-thousandths of a percent in the whole. */
    private static final long WHOLE = 1_000_000;

    /** The rate with one more session of that code. */
    public Rate plus(AttendanceCode code) {
        return code.countsAsPossible() ? new Rate(attended + (code.countsAsPresent() ? 1 : 0), possible + 1) : this;
    }

    public Rate plus(Rate other) {
        return new Rate(attended + other.attended, possible + other.possible);
    }

    public int absent() {
        return possible - attended;
    }

    /** Whether every possible session was attended; false when nothing was possible. */
    public boolean isFull() {
        return possible > 0 && attended == possible;
    }

    /** Whether the rate is at least so many ten-thousandths of a percent, exactly; false when nothing was possible. */
    public boolean reaches(long tenThousandths) {
        return possible > 0 && attended * WHOLE >= tenThousandths * possible;
    }

    /** Attended of possible in percent, one decimal, half up. Empty when nothing was possible. */
    public Optional<BigDecimal> percentage() {
        if (possible == 0) {
            return Optional.empty();
        }
        long tenths = (2000L * attended + possible) / (2L * possible);
        return Optional.of(BigDecimal.valueOf(tenths, 1));
    }

    /** By the exact rate, the lowest first; with nothing possible after all others. */
    @Override
    public int compareTo(Rate other) {
        if (possible == 0 || other.possible == 0) {
            return Boolean.compare(possible == 0, other.possible == 0);
        }
        return Long.compare((long) attended * other.possible, (long) other.attended * possible);
    }
}
