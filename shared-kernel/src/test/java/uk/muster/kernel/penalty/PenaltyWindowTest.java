package uk.muster.kernel.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.SchoolOverlays;

/** Windows by the four policies: GV-4, GV-12, and what the national framework's own examples ask. */
class PenaltyWindowTest {

    private static final Map<String, EffectivePolicy> POLICIES = Stream.of(
                    "hcat", "kts", "clore-shalom", "ipat", "national-baseline")
            .collect(Collectors.toMap(profile -> profile, SchoolOverlays::activated));

    /** Week 1 of GV-4, so that the half term lies between weeks 7 and 8. */
    private static final LocalDate WEEK_1 = LocalDate.parse("2026-09-07");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/golden/gv-4-windows.csv", numLinesToSkip = 1, delimiter = ';')
    void gv4WindowsCountConsecutiveSchoolWeeks(
            String name, String marks, int week, String hcat, String kts, String cloreShalom, String ipat) {
        WindowScene scene = new WindowScene();
        for (String each : marks.split(" ")) {
            String[] parts = each.split(":");
            scene.marks(monday(Integer.parseInt(parts[0])).toString(), parts[1]);
        }
        String on = monday(week).plusDays(4).toString();
        Map.of("hcat", hcat, "kts", kts, "clore-shalom", cloreShalom, "ipat", ipat)
                .forEach((profile, expected) -> assertThat(POLICIES.get(profile).penalty().windows().stream()
                                .map(window -> shown(scene.window(POLICIES.get(profile), window.id(), on)))
                                .collect(Collectors.joining(", ")))
                        .isEqualTo(expected));
    }

    private static LocalDate monday(int week) {
        return new WindowScene()
                .weeks().after(WEEK_1.minusDays(1)).stream()
                        .skip(week - 1L)
                        .findFirst()
                        .orElseThrow();
    }

    private static String shown(PenaltyWindow window) {
        return window.windowId() + " " + window.count()
                + (window.provisional() == 0 ? "" : " (" + window.provisional() + ")") + (window.met() ? " met" : "");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/golden/window-cases.csv", numLinesToSkip = 1, delimiter = ';')
    void theFrameworksCases(
            String name,
            String marks,
            String on,
            LocalDate from,
            int calendarWeeks,
            int count,
            @Nullable LocalDate metOn,
            @Nullable LocalDate dropsOutOn,
            int remaining) {
        WindowScene scene = new WindowScene();
        for (String each : marks.split(" ")) {
            scene.marks(each.substring(0, 10), each.substring(11));
        }
        PenaltyWindow window = scene.window(POLICIES.get("national-baseline"), "national", on);
        assertThat(window.from()).isEqualTo(from);
        assertThat(window.to()).isEqualTo(from.plusWeeks(calendarWeeks).minusDays(1));
        assertThat(window.schoolWeeks()).isEqualTo(10);
        assertThat(window.count()).isEqualTo(count);
        assertThat(window.metOn()).isEqualTo(metOn);
        assertThat(window.nextDropsOutOn()).isEqualTo(dropsOutOn);
        assertThat(window.remaining()).isEqualTo(remaining);
    }

    @Test
    void aWeekWithATrainingDayIsASchoolWeekAndAWeekOfThemIsNone() {
        Closure[] days = IntStream.range(9, 14)
                .mapToObj(day -> new Closure(LocalDate.of(2026, 11, day), ClosureKind.INSET, null))
                .toArray(Closure[]::new);
        assertThat(national(new WindowScene().closed(days[0]), "2026-11-16").from())
                .isEqualTo("2026-09-07");
        assertThat(national(new WindowScene().closed(days), "2026-11-16").from())
                .isEqualTo("2026-08-31");
    }

    @Test
    void aWeekLostToSnowIsNoSchoolWeek() {
        UnplannedClosure[] snow = IntStream.range(9, 14)
                .mapToObj(day -> new UnplannedClosure(LocalDate.of(2026, 11, day), null, UnplannedClosure.Extent.WHOLE))
                .toArray(UnplannedClosure[]::new);
        assertThat(national(new WindowScene().closed(snow), "2026-11-16").from())
                .isEqualTo("2026-08-31");
    }

    @Test
    void aSessionThatTwoSchoolsHaveCountsOnceAsTheSchoolThatAsksHasIt() {
        SessionKey session = new SessionKey(LocalDate.parse("2026-09-07"), SessionHalf.AM);
        WindowScene scene = new WindowScene()
                .mark(session, "U", WindowScene.THERE)
                .mark(session, "O", WindowScene.HERE)
                .marks("2026-09-08", "DD", WindowScene.THERE)
                .marks("2026-09-08", "O.");
        PenaltyWindow window = scene.window(POLICIES.get("clore-shalom"), "national", "2026-09-11");
        assertThat(window.sessions()).hasSize(2).allSatisfy(each -> {
            assertThat(each.urn()).isEqualTo(WindowScene.HERE);
            assertThat(each.code()).isEqualTo("O");
        });
        assertThat(window.doubled())
                .singleElement()
                .satisfies(each -> assertThat(each.code()).isEqualTo("U"));
    }

    @Test
    void aMoversSessionsCountWhereThePolicySpansSchools() {
        // CS-33, the 4 of them in the last summer half term there and 6 here
        WindowScene scene =
                new WindowScene().marks("2026-07-06", "OOOO", WindowScene.THERE).marks("2026-09-07", "OOOOOO");
        assertThat(scene.window(POLICIES.get("clore-shalom"), "national", "2026-09-11")
                        .met())
                .isTrue();
        assertThat(national(scene, "2026-09-11").count()).isEqualTo(6);
    }

    @Test
    void gv12AJoinersImportedSessionsCountThoughNoCalendarReachesBackToThem() {
        WindowScene scene = new WindowScene().marks("2025-07-14", "OOOO", null).marks("2025-09-08", "OOOOOO");
        PenaltyWindow window = scene.window(POLICIES.get("clore-shalom"), "national", "2025-09-12");
        assertThat(window.met()).isTrue();
        assertThat(window.from()).isEqualTo("2025-07-14");
        assertThat(window.schoolWeeks()).isEqualTo(3);
    }

    @Test
    void sessionsBeforeCompulsorySchoolAgeDoNotCount() {
        // Five on 20 November 2026, so from 31 December
        WindowScene scene = new WindowScene()
                .bornOn("2021-11-20")
                .marks("2026-12-07", "OOOOOO")
                .marks("2027-01-04", "OOOO");
        PenaltyWindow window = national(scene, "2027-01-08");
        assertThat(window.compulsoryAge()).isTrue();
        assertThat(window.count()).isEqualTo(4);
        assertThat(window.met()).isFalse();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/golden/window-ages.csv", numLinesToSkip = 1)
    void gv12OfAChildNotOfCompulsorySchoolAgeNothingIsMet(String born, String on, boolean met) {
        WindowScene scene = new WindowScene().bornOn(born).marks("2026-06-22", "OOOOOOOOOO");
        PenaltyWindow window = national(scene, on);
        assertThat(window.count()).isEqualTo(10);
        assertThat(window.compulsoryAge()).isEqualTo(met);
        assertThat(window.met()).isEqualTo(met);
    }

    @Test
    void aSchoolWithoutACalendarHasAnEmptyWindow() {
        PenaltyWindow window = national(new WindowScene().marks("2025-08-20", "OO"), "2025-08-20");
        assertThat(window.schoolWeeks()).isZero();
        assertThat(window.from()).isEqualTo("2025-08-18");
        assertThat(window.to()).isEqualTo("2025-08-24");
        assertThat(window.nextDropsOutOn()).isEqualTo("2025-09-01");
    }

    private static PenaltyWindow national(WindowScene scene, String on) {
        return scene.window(POLICIES.get("national-baseline"), "national", on);
    }
}
