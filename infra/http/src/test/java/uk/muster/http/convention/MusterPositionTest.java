package uk.muster.http.convention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.http.problem.ProblemException;

class MusterPositionTest {

    @Property
    void what_is_printed_is_read_back(
            @ForAll @Size(min = 1, max = 12)
                    Map<@IntRange(max = 1023) Integer, @LongRange(min = 1, max = 999_999_999_999_999_999L) Long>
                            positions) {
        MusterPosition position = new MusterPosition(new TreeMap<>(positions));

        assertThat(MusterPosition.parse(position.toString())).isEqualTo(position);
    }

    @Property(tries = 500)
    void any_other_text_is_400_or_a_position(@ForAll @Size(max = 30) String text) {
        try {
            assertThat(MusterPosition.parse(text).positions()).isNotEmpty();
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "1",
                "1.",
                ".1",
                "1.2,",
                "1.0",
                "01.2",
                "1.02",
                "-1.2",
                "1.-2",
                "1.2.3",
                "1024.1",
                "1.2;3.4",
                "1.9999999999999999999",
                "１.２"
            })
    void what_was_never_answered_is_400(String text) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> MusterPosition.parse(text));

        assertThat(refusal.problem().status()).isEqualTo(400);
    }

    @Test
    void of_several_the_later_counts() {
        assertThat(MusterPosition.parse("1.5, 2.7,1.9")).hasToString("1.9,2.7");
        assertThat(MusterPosition.of(1, 5).and(MusterPosition.parse("1.4,3.2"))).hasToString("1.5,3.2");
    }
}
