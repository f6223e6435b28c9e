package uk.muster.kernel.figures;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.Bands;
import uk.muster.kernel.policy.Bands.Band;

/**
 * In what band a pupil was at each day's end, by the marks as they stand now: a mark that is amended later changes the history as if it had always
 * said so. Days by whose end too few sessions were possible are left out, for a band is provisional then.
 *
 * @param since the day by whose end the pupil had come into the band of today; null while it is provisional
 * @param previous the band before that; null when there was none
 */
public record BandHistory(
        @Nullable LocalDate since, @Nullable Band previous) {

    private static final BandHistory NONE = new BandHistory(null, null);

    /** @param from,to first and last day, both inclusive */
    public static BandHistory of(MarkedSessions sessions, LocalDate from, LocalDate to, Bands bands) {
        int attended = 0;
        int possible = 0;
        BandHistory history = NONE;
        Optional<Band> current = Optional.empty();
        int end = sessions.placeFrom(to.plusDays(1));
        for (int place = sessions.placeFrom(from); place < end; place++) {
            if (sessions.counts(place)) {
                AttendanceCode code = sessions.code(place);
                possible += code.countsAsPossible() ? 1 : 0;
                attended += code.countsAsPresent() ? 1 : 0;
            }
            boolean isDaysLast = place + 1 == end || day(sessions, place + 1) != day(sessions, place);
            if (isDaysLast && possible > 0 && !bands.isProvisional(possible)) {
                Optional<Band> band = bands.bandOf(attended, possible);
                if (!band.equals(current)) {
                    LocalDate date = SessionKey.of(sessions.ordinal(place)).date();
                    history = new BandHistory(date, current.orElse(null));
                    current = band;
                }
            }
        }
        return history;
    }

    private static int day(MarkedSessions sessions, int place) {
        return Math.floorDiv(sessions.ordinal(place), 2);
    }
}
