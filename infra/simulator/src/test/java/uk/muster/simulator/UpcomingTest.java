package uk.muster.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class UpcomingTest {

    private static final Instant EIGHT = Instant.parse("2026-09-14T08:00:00Z");
    private static final Instant NINE = Instant.parse("2026-09-14T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-09-14T10:00:00Z");

    private final Upcoming<Instant> upcoming = new Upcoming<>(List.of(EIGHT, TEN), Function.identity());

    @Test
    void eachIsTakenOnceWhenItsTimeHasCome() {
        assertThat(upcoming.takeUntil(NINE)).containsExactly(EIGHT);
        assertThat(upcoming.hasAnyBy(NINE)).isFalse();
        assertThat(upcoming.takeUntil(TEN)).containsExactly(TEN);
        assertThat(upcoming.takeUntil(TEN)).isEmpty();
    }

    @Test
    void othersAreSetAmongThoseWhoseTimeHasNotCome() {
        upcoming.takeUntil(EIGHT);

        assertThat(upcoming.with(List.of(NINE)).takeUntil(TEN)).containsExactly(NINE, TEN);
    }
}
