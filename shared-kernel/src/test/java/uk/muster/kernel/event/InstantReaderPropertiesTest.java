package uk.muster.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import tools.jackson.core.JacksonException;

/** Instants come out as they went in, whatever form they have. */
class InstantReaderPropertiesTest {

    @Property
    void anInstantIsReadAsItWasWritten(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos,
            @ForAll @IntRange(max = 9) int digits) {
        long unit = (long) Math.pow(10, digits);
        Instant instant = Instant.ofEpochSecond(second, nanos / unit * unit);
        assertThat(KernelJson.mapper().readValue(KernelJson.mapper().writeValueAsString(instant), Instant.class))
                .isEqualTo(instant);
    }

    @Property
    void oneOfASchoolsMorningToo(@ForAll @LongRange(min = 0, max = 3_000_000_000_000_000L) long micros) {
        Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        assertThat(KernelJson.mapper().readValue('"' + instant.toString() + '"', Instant.class))
                .isEqualTo(instant);
    }

    @Example
    void otherFormsAreReadAsTheLibraryDoes() {
        assertThat(read("2026-09-07T08:55:00+01:00")).isEqualTo("2026-09-07T07:55:00Z");
        assertThat(read("2026-09-07T24:00:00Z")).isEqualTo("2026-09-08T00:00:00Z");
        assertThat(KernelJson.mapper().readValue("1788767700", Instant.class)).isEqualTo("2026-09-07T07:55:00Z");
        for (String none :
                new String[] {"2026-02-30T00:00:00Z", "2026-09-07T07:60:00Z", "2026-09-07T07:55:0xZ", "soon"}) {
            assertThatThrownBy(() -> read(none)).isInstanceOf(JacksonException.class);
        }
    }

    private static Instant read(String text) {
        return KernelJson.mapper().readValue('"' + text + '"', Instant.class);
    }
}
