package uk.muster.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.kernel.identity.SessionHalf;

class ArrivalRulesTest {

    private static final ArrivalRules RULES = rules(true, true);

    @ParameterizedTest
    @CsvSource({
        "12:59:59, \\, ",
        "13:00:00, \\, ",
        "13:00:01, L, 0",
        "13:15:00, L, 15",
        "13:15:01, U, 15",
        "15:00:00, U, 120"
    })
    void inTheAfternoonLateBeginsWithTheSession(LocalTime time, String symbol, Integer minutes) {
        assertThat(RULES.at(SessionHalf.PM, time)).isEqualTo(new Arrival(symbol, minutes));
    }

    @ParameterizedTest
    @CsvSource({"13:10:00, \\, ", "13:15:00, \\, ", "13:15:01, U, 15"})
    void withoutALateCodePresentLastsUntilTheRegisterCloses(LocalTime time, String symbol, Integer minutes) {
        assertThat(rules(false, true).at(SessionHalf.PM, time)).isEqualTo(new Arrival(symbol, minutes));
    }

    @ParameterizedTest
    @CsvSource({"09:09:59, /, ", "09:10:00, L, 10", "09:29:59, L, 29", "09:30:00, U, 30"})
    void anExclusiveBoundaryBelongsToTheLaterStatus(LocalTime time, String symbol, Integer minutes) {
        assertThat(rules(true, false).at(SessionHalf.AM, time)).isEqualTo(new Arrival(symbol, minutes));
    }

    @ParameterizedTest
    @CsvSource({
        "09:10:00, /, ",
        "09:10:01, L, 10",
        "09:30:00, L, 30",
        "09:30:59, U, 30",
        "15:00:00, U, 360",
        "15:30:00, U, 360"
    })
    void fullMinutesAreCountedFromWhenThePupilWasDue(LocalTime time, String symbol, Integer minutes) {
        assertThat(RULES.at(SessionHalf.AM, time)).isEqualTo(new Arrival(symbol, minutes));
    }

    @Property
    void aLaterArrivalIsNeverBetter(
            @ForAll @IntRange(min = 0, max = 86_399) int one,
            @ForAll @IntRange(min = 0, max = 86_399) int other,
            @ForAll SessionHalf half,
            @ForAll boolean lateCodeUsed,
            @ForAll boolean inclusive) {
        ArrivalRules rules = rules(lateCodeUsed, inclusive);
        String earlier =
                rules.at(half, LocalTime.ofSecondOfDay(Math.min(one, other))).symbol();
        String later =
                rules.at(half, LocalTime.ofSecondOfDay(Math.max(one, other))).symbol();
        assertThat("/\\LU".indexOf(later)).isGreaterThanOrEqualTo("/\\LU".indexOf(earlier));
        assertThat(lateCodeUsed || !later.equals("L")).isTrue();
    }

    private static ArrivalRules rules(boolean lateCodeUsed, boolean inclusive) {
        return new ArrivalRules(
                LocalTime.of(9, 0),
                LocalTime.of(9, 10),
                LocalTime.of(9, 30),
                LocalTime.of(13, 0),
                LocalTime.of(13, 15),
                lateCodeUsed,
                "U",
                inclusive);
    }
}
