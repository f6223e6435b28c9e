package uk.muster.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompulsoryAgeTest {

    @ParameterizedTest
    @CsvSource({
        // fifth birthday on a prescribed day: that day
        "2021-08-31, 2026-08-31",
        "2021-12-31, 2026-12-31",
        "2022-03-31, 2027-03-31",
        // otherwise the next one
        "2021-09-01, 2026-12-31",
        "2022-01-01, 2027-03-31",
        "2022-04-01, 2027-08-31",
        "2020-02-29, 2025-03-31"
    })
    void beginsOnThePrescribedDayOnOrAfterTheFifthBirthday(LocalDate born, LocalDate firstDay) {
        CompulsoryAge age = CompulsoryAge.from(born);
        assertThat(age.firstDay()).isEqualTo(firstDay);
        assertThat(age.covers(firstDay)).isTrue();
        assertThat(age.covers(firstDay.minusDays(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2010-08-31, 2026-06-26", // youngest of the year: sixteen after leaving
        "2010-09-01, 2027-06-25", // oldest of the next
        "2010-06-26, 2026-06-26", // sixteen on the day itself
        "2011-01-15, 2027-06-25",
        "2012-02-29, 2028-06-30"
    })
    void endsOnTheLastFridayInJuneOfTheSchoolYearOfTheSixteenthBirthday(LocalDate born, LocalDate lastDay) {
        CompulsoryAge age = CompulsoryAge.from(born);
        assertThat(age.lastDay()).isEqualTo(lastDay);
        assertThat(age.covers(lastDay)).isTrue();
        assertThat(age.covers(lastDay.plusDays(1))).isFalse();
    }

    @Property
    void alwaysABirthdayLaterAndAFridayInJune(@ForAll @IntRange(min = 0, max = 20_000) int days) {
        LocalDate born = LocalDate.of(1985, 1, 1).plusDays(days);
        CompulsoryAge age = CompulsoryAge.from(born);
        assertThat(age.firstDay())
                .isAfterOrEqualTo(born.plusYears(5))
                .isBefore(born.plusYears(5).plusDays(153));
        assertThat(age.lastDay().getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(age.lastDay().plusDays(7).getMonthValue()).isEqualTo(7);
        assertThat(age.lastDay()).isAfter(born.plusYears(15)).isBefore(born.plusYears(17));
    }
}
