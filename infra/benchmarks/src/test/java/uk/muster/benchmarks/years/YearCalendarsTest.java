package uk.muster.benchmarks.years;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.simulator.school.PublishedCalendars;
import uk.muster.simulator.school.SchoolDays;

class YearCalendarsTest {

    @ParameterizedTest
    @ValueSource(ints = {2020, 2024, 2026, 2027, 2028, 2031, 2035, 2045})
    void everyYearMayBePublishedAndHasAboutTheLawsDays(int startYear) {
        SchoolCalendar calendar = YearCalendars.of(startYear);

        assertThat(calendar.year()).isEqualTo(new AcademicYear(startYear));
        assertThat(calendar.faults()).isEmpty();
        assertThat(SchoolDays.of(calendar)).hasSizeBetween(189, 191);
    }

    @Test
    void thePublishedYearIsAsItWasPublished() {
        assertThat(YearCalendars.of(2026)).isEqualTo(PublishedCalendars.SHADE_2026);
    }
}
