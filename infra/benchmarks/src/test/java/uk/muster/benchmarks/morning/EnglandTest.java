package uk.muster.benchmarks.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.benchmarks.school.Classroom;
import uk.muster.benchmarks.school.NationalMarks;
import uk.muster.simulator.school.SchoolDays;
import uk.muster.simulator.term.NationalRates;

class EnglandTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({"1, 21300, 8100000", "0.1, 2130, 810000", "0.02, 426, 162000", "0.001, 21, 8100"})
    void aShareHasItsPartOfTheSchoolsAndPupils(double share, int schools, int pupils) {
        England england = new England(share, TODAY);

        assertThat(england.schools()).hasSize(schools);
        assertThat(england.pupils()).isEqualTo(pupils);
        assertThat(england.classrooms()).extracting(Classroom::urn).doesNotContainNull();
        assertThat(england.schools())
                .allSatisfy(school -> assertThat(school.classes()).isNotEmpty());
    }

    /** The last is a number of classes that the usual jump divides. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0001, 0.003, 7919.0 / 270_000})
    void everyClassHasOneRegisterInEachSession(double share) {
        England england = new England(share, TODAY);
        List<LocalDate> days = SchoolDays.of(england.schools().getFirst().calendar());
        Mornings mornings = new Mornings(
                england.classrooms(), days.subList(0, 4), 3, new NationalMarks(NationalRates.published(), 1));

        Set<String> ids = new HashSet<>();
        IntStream.range(0, mornings.count()).forEach(number -> ids.add(mornings.id(number)));

        int classes = england.classrooms().size();
        assertThat(ids).hasSize(6 * classes);
        assertThat(ids.stream().filter(id -> id.contains("/PM/"))).hasSize(2 * classes);
        assertThat(mornings.warmedUp()).isEqualTo(5 * classes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-09-03", "2027-08-20"})
    void thereAreSchoolDaysBeforeToday(LocalDate today) {
        assertThat(SchoolDays.of(new England(0.001, today).schools().getFirst().calendar()))
                .hasSizeGreaterThanOrEqualTo(40)
                .allMatch(day -> day.isBefore(today));
    }
}
