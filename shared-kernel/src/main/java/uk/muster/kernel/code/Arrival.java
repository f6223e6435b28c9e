package uk.muster.kernel.code;

import org.jspecify.annotations.Nullable;

/**
 * What the register says of a pupil who arrives.
 *
 * @param symbol {@code /} or {@code \}, {@code L}, or the code after close
 * @param minutesLate whole minutes, 0 to 360, with L and the code after close; null with the present codes
 */
public record Arrival(String symbol, @Nullable Integer minutesLate) {}
