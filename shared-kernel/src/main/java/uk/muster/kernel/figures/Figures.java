package uk.muster.kernel.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.code.Rate;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.policy.Bands;
import uk.muster.kernel.policy.Bands.Band;

/**
 * What a pupil's year comes to on a day.
 *
 * @param rate of the academic year up to the day
 * @param band null when nothing was possible
 * @param colour by the policy's red, amber and green; null when nothing was possible or it has none
 * @param provisional whether too few sessions were possible for the band to be acted on
 * @param bandSince the day by whose end the pupil had come into the band; null while it is provisional
 * @param previousBand the band before; null when there was none
 * @param trend percentage points of the last four school weeks against the four before, one decimal; null where one of them had no possible
 *     session
 */
public record Figures(
        Rate rate,
        @Nullable Band band,
        @Nullable String colour,
        boolean provisional,
        boolean persistentlyAbsent,
        boolean severelyAbsent,
        @Nullable LocalDate bandSince,
        @Nullable Band previousBand,
        @Nullable BigDecimal trend) {

    /**
     * What figures are worked out with: the same for all pupils of a school on a day.
     *
     * @param from the first day of the academic year
     * @param to the last day looked at
     * @param weeks of the trend; null when the calendars have too few
     */
    public record Frame(
            Bands bands,
            LocalDate from,
            LocalDate to,
            @Nullable TrendWeeks weeks) {

        /** The academic year of a day, up to that day. */
        public static Frame on(LocalDate day, SchoolCalendars calendars, Bands bands) {
            return of(AcademicYear.of(day), day, calendars, bands);
        }

        /** @param to a day of the year, after which nothing is looked at */
        public static Frame of(AcademicYear year, LocalDate to, SchoolCalendars calendars, Bands bands) {
            TrendWeeks weeks = TrendWeeks.until(calendars, to, TrendWeeks.WEEKS).orElse(null);
            return new Frame(bands, year.firstDay(), to, weeks);
        }
    }

    public static Figures of(MarkedSessions sessions, Frame frame) {
        Bands bands = frame.bands();
        Rate rate = Rates.between(sessions, frame.from(), frame.to());
        BandHistory history = BandHistory.of(sessions, frame.from(), frame.to(), bands);
        return new Figures(
                rate,
                bands.bandOf(rate.attended(), rate.possible()).orElse(null),
                bands.colourOf(rate.attended(), rate.possible()).orElse(null),
                bands.isProvisional(rate.possible()),
                bands.isPersistentlyAbsent(rate.attended(), rate.possible()),
                bands.isSeverelyAbsent(rate.attended(), rate.possible()),
                history.since(),
                history.previous(),
                Optional.ofNullable(frame.weeks())
                        .flatMap(weeks -> weeks.trend(sessions))
                        .orElse(null));
    }
}
