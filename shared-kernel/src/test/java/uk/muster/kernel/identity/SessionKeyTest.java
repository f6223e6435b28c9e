package uk.muster.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SessionKeyTest {

    /** 1850 to 2100. */
    @Property
    void anOrdinalNamesItsSessionAndIsInItsOrder(
            @ForAll @IntRange(min = -90_000, max = 95_000) int ordinal,
            @ForAll @IntRange(min = -90_000, max = 95_000) int other) {
        SessionKey session = SessionKey.of(ordinal);
        assertThat(session.ordinal()).isEqualTo(ordinal);
        assertThat(SessionKey.firstOf(session.date()))
                .isEqualTo(session.half() == SessionHalf.AM ? ordinal : ordinal - 1);
        assertThat(Integer.signum(session.compareTo(SessionKey.of(other)))).isEqualTo(Integer.compare(ordinal, other));
        assertThat(session.date()).isEqualTo(LocalDate.ofEpochDay(Math.floorDiv(ordinal, 2)));
    }
}
