package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.identity.PupilNumber;

/** What a register says is the same, whichever other register of the class it is packed like. */
class KnownMarksTest {

    private static final Instant NOW = Instant.parse("2026-09-07T08:05:00Z");
    private static final String CODES = "/INC1";

    @ParameterizedTest
    @CsvSource({"1 2 3,", "1 2 3, 1 2 3", "1 2, 1 2 3", "1 2 3, 1 2", "1 3, 1 2 3", "3 1 2, 1 2 3", "4, 1 2 3", ", 1 2"
    })
    void aRegisterSaysWhatItsMarksSay(String pupils, String others) {
        List<Mark> marks = marks(pupils);
        KnownMarks like = others == null ? null : KnownMarks.begun(marks(others), NOW.minusSeconds(60), null);

        KnownMarks packed = KnownMarks.begun(marks, NOW, like);

        marks.forEach(mark -> assertThat(packed.of(mark.pupil())).contains(new KnownMark(mark.code(), NOW)));
        assertThat(packed.of(pupil(9))).isEqualTo(Optional.empty());
        marks(others).stream()
                .filter(other -> marks.stream().noneMatch(mark -> mark.pupil().equals(other.pupil())))
                .forEach(other -> assertThat(packed.of(other.pupil())).isEmpty());
    }

    private static List<Mark> marks(String pupils) {
        return pupils == null
                ? List.of()
                : Arrays.stream(pupils.split(" "))
                        .map(Integer::valueOf)
                        .map(number -> new Mark(
                                pupil(number), number == 4 ? "C1" : CODES.substring(number - 1, number), null, null))
                        .toList();
    }

    private static PupilNumber pupil(int number) {
        return new PupilNumber("%020d".formatted(number));
    }
}
