package uk.muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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

    @Test
    void whatFellDueWhileItWasDownFiresOnceOnStart() throws Exception {
        String school = "/schools/912601";
        Options begun = Options.onFreePorts().withClock(Instant.parse("2026-09-07T07:30:00Z"));
        try (Standalone muster = Standalone.start(data, begun)) {
            Client lead = Client.of(muster, "safeguarding-lead", "*");
            lead.put(school, Bodies.school("hcat"));
            lead.put(school + "/calendars/2026-27", Bodies.autumn2026());
            lead.put(school + "/pupils/p1", Bodies.pupil(Bodies.upn(1), "3A"));
            assertThat(lead.put(
                                    school + "/registers/2026-09-07/AM/3A",
                                    Bodies.register("2026-09-07T08:25:00+01:00", List.of(Bodies.mark("p1", "N"))))
                            .status())
                    .isEqualTo(201);
            assertThat(Client.of(muster, "admin", "*").post("/dev/clock", "{}").status())
                    .isEqualTo(200);
        }
        Options later = Options.onFreePorts().withClock(Instant.parse("2026-09-08T09:00:00Z"));
        try (Standalone muster = Standalone.start(data, later)) {
            assertThat(Client.of(muster, "admin", "*").post("/dev/clock", "{}").status())
                    .isEqualTo(200);
            assertThat(Client.of(muster, "head", "*")
                            .get(school + "/tasks")
                            .json()
                            .get("items")
                            .findValuesAsString("step"))
                    .containsExactlyInAnyOrder("d1-call", "d1-visit", "daily-contact", "d2-visit");
        }
    }
}
