package uk.muster.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermOfClockTest {

    /** The second column is a day of the term on which all four schools have begun it. */
    @ParameterizedTest
    @CsvSource({
        "2026-09-01, 2026-09-03", // before any school begins
        "2026-09-02, 2026-09-03", // two of them have begun
        "2026-10-28, 2026-10-28", // in the half term
        "2026-12-18, 2026-12-18", // its last day
        "2026-12-19, 2027-01-05", // the next one
        "2025-11-04, 2025-11-04",
        "2026-08-01, 2026-09-03",
        "2020-01-01, 2025-09-03" // the first that was published
    })
    void aClockStandsInATermOrBeforeTheNext(LocalDate today, LocalDate day) {
        assertThat(TermOfClock.dayIn(today)).contains(day);
    }

    @Test
    void afterTheLastPublishedTermThereIsNone() {
        assertThat(TermOfClock.dayIn(LocalDate.of(2027, 7, 22))).isEmpty();
    }
}
