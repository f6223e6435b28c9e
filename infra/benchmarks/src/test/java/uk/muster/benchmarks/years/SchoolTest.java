package uk.muster.benchmarks.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.benchmarks.school.Classroom;
import uk.muster.kernel.identity.GroupId;

class SchoolTest {

    private static final School SCHOOL = School.of(options(200, 6));

    private static YearsOptions options(int pupils, int years) {
        return new YearsOptions(pupils, years, 4, 0, 1, 0, 8, 2026);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "1, 21"})
    void moreThanNothingIsLived(int pupils, int years) {
        assertThatIllegalArgumentException().isThrownBy(() -> options(pupils, years));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5})
    void everyFormOfAYearHasANameAndPupilsOfItsOwn(int year) {
        Set<GroupId> groups = new HashSet<>();
        Set<Integer> pupils = new HashSet<>();
        for (int line = 0; line < SCHOOL.forms().lines(); line++) {
            Classroom classroom = SCHOOL.forms().classroom(line, year);
            groups.add(classroom.group());
            pupils.add(classroom.firstPupil());
        }

        assertThat(groups).hasSize(7);
        assertThat(pupils).hasSize(7);
    }

    @Test
    void aFormMovesUpAndLeavesAndOthersComeInItsPlace() {
        Forms forms = SCHOOL.forms();
        List<String> second = List.of("8A", "9A", "10A", "11A", "7A", "8A");

        for (int year = 0; year < second.size(); year++) {
            assertThat(forms.group(1, year)).hasToString(second.get(year));
        }
        assertThat(forms.leavesIn(1, 0)).isEqualTo(3);
        assertThat(forms.joinsIn(1, 1)).isEqualTo(4);
        assertThat(forms.firstPupil(1, 1)).isNotEqualTo(forms.firstPupil(1, 0));
        assertThat(forms.classroom(1, 3).outsideCompulsoryAge()).isTrue();
    }

    @Test
    void asManyAreAdmittedAsAreEverOnRoll() {
        Set<String> admitted = new HashSet<>();
        for (int year = 0; year < SCHOOL.time().years(); year++) {
            SCHOOL.roll().begin(year).forEach(command -> admitted.add(command.line()));
        }

        assertThat(admitted).hasSize(SCHOOL.forms().everyone(SCHOOL.time().years()));
    }

    @Test
    void everyCorrectionIsOfAnEarlierDayAndOfWhatStood() {
        Book book = SCHOOL.book();
        Map<String, String> codes = new HashMap<>();
        for (int day = 0; day < SCHOOL.time().days(); day++) {
            for (Correction correction : book.correctionsOn(day)) {
                String mark = correction.register() + "/" + correction.place();
                String stood = codes.getOrDefault(
                        mark, book.codes(correction.register(), day - 1).get(correction.place()));
                assertThat(book.dayOf(correction.register())).isLessThan(day);
                assertThat(correction.from()).isEqualTo(stood).isNotEqualTo(correction.to());
                codes.put(mark, correction.to());
            }
        }
        assertThat(book.corrections()).isGreaterThan(4L * (SCHOOL.time().days() - 100));
    }

    @Test
    void noNStandsAfterTheNextSchoolDay() {
        Book book = SCHOOL.book();
        for (int register = 0; register < book.registers() - book.registersOfADay(); register++) {
            assertThat(book.codes(register, book.dayOf(register) + 1)).doesNotContain("N");
        }
    }

    @Test
    void whatIsPostedOnADayIsKnownInTheNightAfterAndNotInTheOneBefore() {
        SchoolTime time = SCHOOL.time();
        for (int day = 1; day < time.days(); day++) {
            assertThat(time.postedAt(day)).isAfter(time.nightAfter(day - 1)).isBefore(time.nightAfter(day));
        }
    }

    @Test
    void pupilsAreAskedAboutInYearsOfTheirOwn() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000; i++) {
            PupilYear asked = PupilYear.draw(SCHOOL, random);
            assertThat(SCHOOL.forms().generation(asked.line(), asked.year())).isEqualTo(asked.generation());
            assertThat(asked.lastKnownDay())
                    .isBetween(asked.firstDay(), SCHOOL.time().lastDay(asked.year()));
        }
    }
}
