package uk.muster.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Dates are read as the formatter reads them. */
class IsoDateTest {

    @Property
    void aDateIsReadAsItIsPrinted(@ForAll LocalDate date) {
        assertThat(IsoDate.parse(date.toString())).isEqualTo(date);
    }

    @Example
    void whatIsNoDateIsRefused() {
        for (String none : new String[] {"2026-02-30", "2026-13-01", "2026-9-7", "2026/09/07", "2026-0a-07", ""}) {
            assertThatThrownBy(() -> IsoDate.parse(none)).isInstanceOf(DateTimeException.class);
        }
    }
}
