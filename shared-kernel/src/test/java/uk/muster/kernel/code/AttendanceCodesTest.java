package uk.muster.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttendanceCodesTest {

    private static final AttendanceCodes CODES = AttendanceCodes.standard();

    @Test
    void theTableHoldsTheCodesInForceAndTheRetiredOnes() {
        LocalDate today = LocalDate.of(2026, 9, 7);
        assertThat(CODES.all().stream().filter(c -> c.isInForceOn(today)).map(AttendanceCode::symbol))
                .containsExactlyInAnyOrder(
                        "/", "\\", "L", "K", "V", "P", "W", "B", "D", "C1", "M", "J1", "S", "X", "C2", "C", "T", "R",
                        "I", "E", "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "G", "N", "O", "U", "Z", "#");
        assertThat(CODES.all().stream().filter(c -> !c.isInForceOn(today)).map(AttendanceCode::symbol))
                .containsExactlyInAnyOrder("H", "J", "Y", "F");
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void theCategoryFixesTheArithmetic(Category category) {
        assertThat(CODES.all())
                .filteredOn(c -> c.category() == category)
                .isNotEmpty()
                .allSatisfy(code -> {
                    boolean attends = Arrays.asList(Category.ATTENDING, Category.APPROVED_EDUCATIONAL_ACTIVITY)
                            .contains(category);
                    boolean absence = Arrays.asList(Category.AUTHORISED_ABSENCE, Category.UNAUTHORISED_ABSENCE)
                            .contains(category);
                    assertThat(code.countsAsPresent()).isEqualTo(attends);
                    assertThat(code.countsAsPossible()).isEqualTo(attends || absence);
                    assertThat(code.isAbsence()).isEqualTo(absence);
                    assertThat(code.authorisation() == Authorisation.NOT_AN_ABSENCE)
                            .isEqualTo(!absence);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "K, REQUIRED, NATURE_OF_PROVISION",
        "B, REQUIRED, NATURE_OF_ACTIVITY",
        "C2, REQUIRED, PART_TIME_AGREEMENT_REF",
        "Y7, REQUIRED, NATURE_OF_UNAVOIDABLE_CAUSE",
        "Y1, RECOMMENDED, NATURE",
        "N, SYSTEM, RESOLUTION_DUE_DATE",
        "I, NONE, ''"
    })
    void theDetailIsNeededWhereTheTableSaysNeitherRecommendedNorSystem(String symbol, DetailNeed need, String name) {
        assertThat(CODES.get(symbol).detailNeed()).isEqualTo(need);
        assertThat(CODES.get(symbol).detailName()).isEqualTo(name);
    }

    @Test
    void aRetiredCodeNamesItsSuccessor() {
        assertThat(CODES.get("N").successor()).isEmpty();
        assertThat(CODES.get("H").successor()).isEqualTo("C or G");
        assertThat(CODES.get("\\").description()).endsWith("(afternoon session)");
    }

    @Test
    void aSymbolIsExact() {
        assertThat(CODES.find("l")).isEmpty();
        assertThat(CODES.find(" N")).isEmpty();
    }
}
