package uk.muster.kernel.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.PenaltyPolicy.Effect;
import uk.muster.kernel.policy.SchoolOverlays;

/** What each policy counts, and warnings among it. */
class LimitTest {

    @Test
    void whatThePoliciesCount() {
        assertThat(ids("hcat")).containsExactly("national", "hcat-local", "warning-half-term-5", "persistent-u");
        assertThat(ids("kts")).containsExactly("national");
        assertThat(ids("clore-shalom")).containsExactly("national", "warning-national-window-6");
        assertThat(ids("ipat")).containsExactly("national");
    }

    @Test
    void hcatsWarningIsForLatenessAfterTheRegisterClosed() {
        // HCAT-17
        Limit warning = limit(SchoolOverlays.activated("hcat"), "warning-half-term-5");
        assertThat(warning.codes()).isEqualTo(Set.of("U"));
        assertThat(warning.actions()).containsExactly("u_warning_letter");
        assertThat(warning.effect()).isEqualTo(Effect.WARNING);
        Limit persistent = limit(SchoolOverlays.activated("hcat"), Limit.PERSISTENT_LATENESS);
        assertThat(persistent.sessions()).isEqualTo(10);
        assertThat(persistent.effect()).isEqualTo(Effect.LOCAL_ALERT);
    }

    @ParameterizedTest
    @CsvSource({
        // GV-12: three in one half term and two in the next are no warning.
        "2026-10-19, UUU, 2026-11-02, UU, 2026-11-06, 2",
        "2026-11-02, UUU, 2026-11-16, UU, 2026-11-20, 5",
        "2026-10-19, UUUUU, 2026-11-02, L, 2026-10-29, 5",
        "2026-10-19, UUUUU, 2026-11-02, L, 2026-11-02, 0",
    })
    void aWarningOfTheHalfTermStartsAnewWithEach(
            String first, String marks, String second, String more, String on, int count) {
        EffectivePolicy hcat = SchoolOverlays.activated("hcat");
        PenaltyWindow window =
                new WindowScene().marks(first, marks).marks(second, more).window(hcat, "warning-half-term-5", on);
        assertThat(window.count()).isEqualTo(count);
        assertThat(window.met()).isEqualTo(count >= 5);
    }

    @Test
    void sixOverElevenWeeksAreNoWarningForCloreShalom() {
        // CS-X06
        EffectivePolicy clore = SchoolOverlays.activated("clore-shalom");
        WindowScene scene = new WindowScene().marks("2026-09-07", "O").marks("2026-11-16", "GOOUU");
        assertThat(scene.window(clore, "warning-national-window-6", "2026-11-20")
                        .met())
                .isTrue();
        assertThat(scene.window(clore, "warning-national-window-6", "2026-11-23")
                        .met())
                .isFalse();
    }

    @Test
    void aPolicyMayCountCalendarWeeks() {
        ObjectNode overlay = SchoolOverlays.least("kts");
        overlay.set("penalty", SchoolOverlays.json("""
                {"windows": [{"id": "national", "length": 10, "unit": "calendar_week", "sessions": 10, "codes": ["O"],
                              "effect": "must_consider_penalty"}]}"""));
        PenaltyWindow window = new WindowScene()
                .marks("2026-09-07", "O")
                .marks("2026-09-14", "O")
                .window(SchoolOverlays.activated("kts", overlay), "national", "2026-11-16");
        assertThat(window.from()).isEqualTo("2026-09-14");
        assertThat(window.schoolWeeks()).isEqualTo(9);
        assertThat(window.count()).isEqualTo(1);
        assertThat(window.nextDropsOutOn()).isEqualTo("2026-11-23");
    }

    @ParameterizedTest
    @CsvSource({"terms, 2026-09-21, 2026-08-31, 4", "years, 2026-07-06, 2026-06-01, 6", "'', 2026-07-06, 2026-06-01, 6"
    })
    void aPolicyMayKeepAWindowWithinATermOrAYear(String spans, LocalDate on, LocalDate from, int weeks) {
        ObjectNode overlay = SchoolOverlays.least("kts");
        overlay.set(
                "penalty",
                SchoolOverlays.json("{\"window_spans\": [" + (spans.isEmpty() ? "" : "\"" + spans + "\"") + "]}"));
        PenaltyWindow window =
                new WindowScene().window(SchoolOverlays.activated("kts", overlay), "national", on.toString());
        assertThat(window.from()).isEqualTo(from);
        assertThat(window.schoolWeeks()).isEqualTo(weeks);
    }

    private static List<String> ids(String profile) {
        return Limit.of(SchoolOverlays.activated(profile).penalty()).stream()
                .map(Limit::id)
                .toList();
    }

    private static Limit limit(EffectivePolicy policy, String id) {
        return Limit.of(policy.penalty()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
