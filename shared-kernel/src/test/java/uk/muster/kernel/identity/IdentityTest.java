package uk.muster.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    @Property
    void everyAcademicYearReadsBack(@ForAll @IntRange(min = 1990, max = 2199) int start) {
        AcademicYear year = new AcademicYear(start);
        assertThat(AcademicYear.parse(year.toString())).isEqualTo(year);
        assertThat(AcademicYear.of(year.firstDay())).isEqualTo(year);
        assertThat(AcademicYear.of(year.lastDay())).isEqualTo(year);
        assertThat(AcademicYear.of(year.lastDay().plusDays(1))).isEqualTo(new AcademicYear(start + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-28", "2026", "26-27", "2026/27", "2o26-27"})
    void anythingElseIsNoAcademicYear(String text) {
        assertThatThrownBy(() -> AcademicYear.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRegisterReadsBackFromItsName() {
        RegisterId id = RegisterId.parse("123456/2026-09-07/PM/3-B");
        assertThat(id.session()).isEqualTo(new SessionKey(LocalDate.of(2026, 9, 7), SessionHalf.PM));
        assertThat(id).hasToString("123456/2026-09-07/PM/3-B");
    }

    @Test
    void aPupilNumberIsBoundToSchoolPupilAndSalt() {
        Urn urn = new Urn(123456);
        PupilNumber number = PupilNumber.of(urn, new PupilId("p1"), new byte[16]);
        assertThat(PupilNumber.of(urn, new PupilId("p1"), new byte[16])).isEqualTo(number);
        assertThat(PupilNumber.of(urn, new PupilId("p2"), new byte[16])).isNotEqualTo(number);
        assertThat(PupilNumber.of(new Urn(123457), new PupilId("p1"), new byte[16]))
                .isNotEqualTo(number);
        byte[] otherSalt = new byte[16];
        otherSalt[3] = 1;
        assertThat(PupilNumber.of(urn, new PupilId("p1"), otherSalt)).isNotEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "has space", "naïve", "a/b", "012345678901234567890123456789012"})
    void aGroupHasOneToThirtyTwoPlainCharacters(String text) {
        assertThat(GroupId.isValid(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"012345", "12345", "1234567", "12a456", "１２３４５６"})
    void aUrnHasSixDigits(String text) {
        assertThat(Urn.isValid(text)).isFalse();
    }

    @Test
    void aPupilNumberIsFoundOnlyWhereOneBegins() {
        PupilNumber wanted = new PupilNumber("b".repeat(PupilNumber.LENGTH));
        String across = "a".repeat(10) + "b".repeat(20) + "a".repeat(10);
        assertThat(wanted.placeIn(across)).isEmpty();
        assertThat(wanted.placeIn(across + wanted.value())).hasValue(2);
        assertThat(wanted.placeIn("")).isEmpty();
    }
}
