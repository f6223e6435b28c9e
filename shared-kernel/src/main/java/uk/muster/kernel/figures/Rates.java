package uk.muster.kernel.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.code.Rate;

/** Rates of attendance over days. */
public final class Rates {

    private static final long TENTHS_OF_A_POINT = 1_000;

    private Rates() {}

    /** What was attended from the first day to the last, both inclusive. */
    public static Rate between(MarkedSessions sessions, LocalDate from, LocalDate to) {
        int attended = 0;
        int possible = 0;
        int end = sessions.placeFrom(to.plusDays(1));
        for (int place = sessions.placeFrom(from); place < end; place++) {
            if (sessions.counts(place)) {
                AttendanceCode code = sessions.code(place);
                possible += code.countsAsPossible() ? 1 : 0;
                attended += code.countsAsPresent() ? 1 : 0;
            }
        }
        return new Rate(attended, possible);
    }

    /**
     * How many percentage points a rate is above another, worked out from the sessions themselves: one decimal, half away from zero, so that a fall
     * and the same rise have the same size. Empty when nothing was possible in one of them.
     */
    public static Optional<BigDecimal> points(Rate now, Rate before) {
        if (now.possible() == 0 || before.possible() == 0) {
            return Optional.empty();
        }
        long part = (long) now.attended() * before.possible() - (long) before.attended() * now.possible();
        long whole = (long) now.possible() * before.possible();
        return Optional.of(BigDecimal.valueOf(part * TENTHS_OF_A_POINT)
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .movePointLeft(1));
    }
}
