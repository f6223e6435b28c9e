package uk.muster.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    @Test
    void eachCodeCountsWhereTheLawPutsIt() {
        Tally tally = Tally.of(codes("/", "\\", "L", "V", "I", "C2", "J1", "N", "U", "D", "X", "Q", "Y4", "#"));
        assertThat(tally.possible()).isEqualTo(9);
        assertThat(tally.attended()).isEqualTo(4);
        assertThat(tally.authorisedAbsence()).isEqualTo(3);
        assertThat(tally.unauthorisedAbsence()).isEqualTo(2);
        assertThat(tally.unableToAttend()).isEqualTo(2);
        assertThat(tally.count("Y4")).isEqualTo(1);
        assertThat(tally.count("O")).isZero();
    }

    @Test
    void nothingPossibleHasNoRateAndNoFlag() {
        Tally tally = Tally.of(codes("D", "D", "X"));
        assertThat(tally.percentage()).isEmpty();
        assertThat(tally.isPersistentlyAbsent()).isFalse();
        assertThat(tally.isSeverelyAbsent()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "380, 38, 90.0, true, false",
        "380, 37, 90.3, false, false",
        "371, 37, 90.0, false, false",
        "371, 38, 89.8, true, false",
        "380, 190, 50.0, true, true",
        "380, 189, 50.3, true, false",
        "2000, 61, 97.0, false, false",
        "2000, 63, 96.9, false, false",
        "1, 0, 100.0, false, false",
        "1, 1, 0.0, true, true"
    })
    void flagsAreExactAndOnlyThePrintedRateIsRounded(
            int possible, int absent, BigDecimal percentage, boolean persistent, boolean severe) {
        List<AttendanceCode> codes = new ArrayList<>(Collections.nCopies(possible - absent, code("/")));
        codes.addAll(Collections.nCopies(absent, code("O")));
        Tally tally = Tally.of(codes);
        assertThat(tally.percentage()).contains(percentage);
        assertThat(tally.isPersistentlyAbsent()).isEqualTo(persistent);
        assertThat(tally.isSeverelyAbsent()).isEqualTo(severe);
    }

    @Property
    void aTallyIsTheSumOfItsParts(
            @ForAll("strips") List<AttendanceCode> one, @ForAll("strips") List<AttendanceCode> other) {
        List<AttendanceCode> both = new ArrayList<>(one);
        both.addAll(other);
        assertThat(Tally.of(one).plus(Tally.of(other))).isEqualTo(Tally.of(both));
        assertThat(Tally.of(one).plus(Tally.NONE)).isEqualTo(Tally.of(one));
    }

    @Property
    void possibleIsAttendedAndTheTwoAbsences(@ForAll("strips") List<AttendanceCode> strip) {
        Tally tally = Tally.of(strip);
        assertThat(tally.attended() + tally.authorisedAbsence() + tally.unauthorisedAbsence())
                .isEqualTo(tally.possible());
        assertThat(tally.byCode().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(strip.size());
        tally.percentage()
                .ifPresent(percentage -> assertThat(percentage)
                        .isEqualTo(BigDecimal.valueOf(100L * tally.attended())
                                .divide(BigDecimal.valueOf(tally.possible()), 1, RoundingMode.HALF_UP)));
    }

    @Provide
    Arbitrary<List<AttendanceCode>> strips() {
        return Arbitraries.of(AttendanceCodes.standard().all()).list().ofMaxSize(380);
    }

    private static List<AttendanceCode> codes(String... symbols) {
        return List.of(symbols).stream().map(TallyTest::code).toList();
    }

    private static AttendanceCode code(String symbol) {
        return AttendanceCodes.standard().get(symbol);
    }
}
