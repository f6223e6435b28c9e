package uk.muster.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H801200001001",
                "X919200026001",
                "X810200026123",
                "Y801200012345",
                "R81020002600A",
                "H80720002600B"
            })
    void knownNumbersHaveTheirCheckLetter(String upn) {
        assertThat(Upn.isValid(upn)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A801200001001",
                "H80120000100",
                "H8012000010011",
                "I801200001001",
                "h801200001001",
                "H80120000100O",
                ""
            })
    void anythingElseIsNoUpn(String text) {
        assertThat(Upn.isValid(text)).isFalse();
    }

    @Test
    void neverPrintsItself() {
        assertThat(new Upn("H801200001001").toString()).doesNotContain("801200001001");
    }
}
