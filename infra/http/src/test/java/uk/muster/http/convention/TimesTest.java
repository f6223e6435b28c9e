package uk.muster.http.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Property
    void an_instant_is_printed_to_the_microsecond_and_read_back(
            @ForAll @LongRange(min = -2_000_000_000_000_000L, max = 4_000_000_000_000_000L) long micros) {
        Instant instant = Instant.EPOCH.plus(micros, java.time.temporal.ChronoUnit.MICROS);

        assertThat(Times.print(instant)).hasSize("2026-09-07T07:45:00.000000Z".length());
        assertThat(Times.instant(Times.print(instant))).isEqualTo(instant);
    }

    @Test
    void nanoseconds_are_cut_off() {
        assertThat(Times.print(Instant.parse("2026-09-07T07:45:00.123456999Z")))
                .isEqualTo("2026-09-07T07:45:00.123456Z");
    }
}
