package uk.muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.muster.standalone.LaunchProblem;
import uk.muster.standalone.Options;
import uk.muster.standalone.Standalone;

/** The clock of a trial over several starts. */
class TrialClockTest {

    @TempDir
    Path data;

    @Test
    void aTrialGoesOnFromWhereItStoodAndIsNeverBegunEarlier() throws Exception {
        Instant begun = Instant.parse("2026-09-07T07:00:00Z");
        try (Standalone muster = Standalone.start(data, Options.onFreePorts().withClock(begun))) {
            assertThat(Client.of(muster, "admin", "*")
                            .post("/dev/clock", "{\"advanceTo\":\"2026-09-08T09:00:00+01:00\"}")
                            .status())
                    .isEqualTo(200);
        }
        assertThatThrownBy(() -> Standalone.start(data, Options.onFreePorts().withClock(begun)))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("does not go back: start without --clock, or with a later instant");
    }
}
