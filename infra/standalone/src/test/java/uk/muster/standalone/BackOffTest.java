package uk.muster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final BackOff backOff = new BackOff();

    @Test
    void aServerThatEndsIsStartedAgainAtOnceTheFirstTime() {
        assertThat(backOff.next(true, SHORT)).isEqualTo(BackOff.FIRST);
    }

    @Test
    void aServerThatDoesNotSettleWaitsTwiceAsLongEachTimeUpToALimit() {
        assertThat(backOff.next(false, SHORT)).isEqualTo(Duration.ofMillis(100));
        assertThat(backOff.next(false, SHORT)).isEqualTo(Duration.ofMillis(200));
        assertThat(backOff.next(true, SHORT)).isEqualTo(Duration.ofMillis(400));
        for (int run = 0; run < 10; run++) {
            backOff.next(false, SHORT);
        }
        assertThat(backOff.next(false, SHORT)).isEqualTo(BackOff.LONGEST);
    }

    @Test
    void aServerThatSettledStartsTheCountAfresh() {
        backOff.next(false, SHORT);
        backOff.next(false, SHORT);
        assertThat(backOff.next(true, BackOff.SETTLED)).isEqualTo(BackOff.FIRST);
    }

    @Test
    void aLongRunThatNeverAnsweredDoesNotCountAsSettled() {
        backOff.next(false, SHORT);
        assertThat(backOff.next(false, BackOff.SETTLED)).isGreaterThan(BackOff.FIRST);
    }
}
