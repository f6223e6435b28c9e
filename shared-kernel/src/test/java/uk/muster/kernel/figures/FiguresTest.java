package uk.muster.kernel.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.code.Rate;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.policy.Bands;
import uk.muster.kernel.policy.SchoolOverlays;

/** Figures of weeks that a person can count. */
class FiguresTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final Term AUTUMN_1 = new Term("Autumn 1", MONDAY, LocalDate.of(2026, 10, 23));
    private static final Term AUTUMN_2 = new Term("Autumn 2", LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 18));
    private static final SchoolCalendars CALENDARS = SchoolCalendars.of(
            List.of(new SchoolCalendar(new AcademicYear(2026), List.of(AUTUMN_1, AUTUMN_2), List.of())), List.of());
    private static final Bands HCAT = SchoolOverlays.activated("hcat").bands();
    private static final String WEEK = "/ / / / /";

    private static Figures figures(DrawnSessions sessions, String to) {
        return Figures.of(sessions, Figures.Frame.on(LocalDate.parse(to), CALENDARS, HCAT));
    }

    /** Two full weeks are 20 sessions; the whole Monday after them makes 20 of 22 (90.9 %), the Tuesday 20 of 24. */
    @Test
    void theBandChangesOnTheDayByWhoseEndItDoes() {
        DrawnSessions sessions = DrawnSessions.days(MONDAY, WEEK + " " + WEEK + " O O");
        Figures monday = figures(sessions, "2026-09-21");
        assertThat(monday.band()).extracting(Bands.Band::id).isEqualTo("at_risk_pa");
        assertThat(monday.previousBand()).extracting(Bands.Band::id).isEqualTo("outstanding");
        assertThat(monday.bandSince()).isEqualTo("2026-09-21");
        Figures tuesday = figures(sessions, "2026-09-22");
        assertThat(tuesday.band()).extracting(Bands.Band::id).isEqualTo("persistent");
        assertThat(tuesday.previousBand()).extracting(Bands.Band::id).isEqualTo("at_risk_pa");
        assertThat(tuesday.persistentlyAbsent()).isTrue();
        assertThat(tuesday.colour()).isEqualTo("red");
    }

    @Test
    void aProvisionalBandHasNoHistory() {
        Figures figures = figures(DrawnSessions.days(MONDAY, "/ / O O"), "2026-09-10");
        assertThat(figures.provisional()).isTrue();
        assertThat(figures.band()).extracting(Bands.Band::id).isEqualTo("severe");
        assertThat(figures.previousBand()).isNull();
        assertThat(figures.bandSince()).isNull();
    }

    @Test
    void nothingPossibleHasNoFigures() {
        Figures figures = figures(DrawnSessions.days(MONDAY, "X Y1 D"), "2026-09-10");
        assertThat(figures.rate()).isEqualTo(Rate.NONE);
        assertThat(figures.band()).isNull();
        assertThat(figures.colour()).isNull();
        assertThat(figures.persistentlyAbsent()).isFalse();
        assertThat(figures.trend()).isNull();
    }

    /** Weeks 1 to 7 lie before half term, week 8 after it: the last four are 5 to 8, and half term is none of them. */
    @Test
    void aTrendCountsSchoolWeeksAcrossAHoliday() {
        TrendWeeks weeks = TrendWeeks.until(CALENDARS, LocalDate.of(2026, 11, 4), TrendWeeks.WEEKS)
                .orElseThrow();
        assertThat(weeks.recent()).isEqualTo("2026-10-05");
        assertThat(weeks.before()).isEqualTo("2026-09-07");
    }

    /** Four weeks in which one day of twenty was missed against four in which none was; in the holiday too, against the three there are. */
    @ParameterizedTest
    @CsvSource({"2026-11-06, -5.0", "2026-10-30, -5.0", "2026-10-02, "})
    void aTrendIsInPointsAndNeedsAWeekBeforeTheLastFour(String to, @Nullable BigDecimal points) {
        String missed = "O / / / /";
        DrawnSessions first = DrawnSessions.days(
                MONDAY, String.join(" ", WEEK, WEEK, WEEK, WEEK, missed, WEEK, "/ / / / /", "X X X X X", WEEK));
        assertThat(figures(first, to).trend()).isEqualTo(points);
    }

    @Test
    void aWeekIsBrokenByOneSessionMissedAndNotWhenAllAre() {
        DrawnSessions sessions =
                DrawnSessions.days(MONDAY, String.join(" ", WEEK, "/ / I / /", "O O O O O", "X X / / I"));
        assertThat(WeekPattern.brokenWeeks(sessions, MONDAY, LocalDate.of(2026, 10, 23)))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-03, AUTUMN",
        "2026-11-02, AUTUMN",
        "2027-01-05, SPRING",
        "2027-02-22, SPRING",
        "2027-04-12, SUMMER",
        "2025-04-23, SUMMER",
        "2027-06-07, SUMMER"
    })
    void aHalfTermIsOfTheTermThatItsMonthSays(LocalDate from, SchoolTerm term) {
        assertThat(SchoolTerm.of(new Term("Half term", from, from.plusWeeks(6))))
                .isEqualTo(term);
    }
}
