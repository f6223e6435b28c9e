package uk.muster.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void quotedFieldsMayHoldCommasAndQuotes() {
        assertThat(Csv.rows("\"a\",b\n\"x, \"\"y\"\"\",\"#\"\n")).containsExactly(Map.of("a", "x, \"y\"", "b", "#"));
    }

    @Test
    void aLineWithAnotherNumberOfFieldsIsRefused() {
        assertThatThrownBy(() -> Csv.rows("a,b\n1\n")).hasMessage("A line has 1 fields, not 2.");
    }
}
