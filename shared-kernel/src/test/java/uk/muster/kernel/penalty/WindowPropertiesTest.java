package uk.muster.kernel.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.penalty.Period.HalfTerm;
import uk.muster.kernel.penalty.Period.Rolling;
import uk.muster.kernel.policy.PenaltyPolicy.Effect;
import uk.muster.kernel.policy.PenaltyPolicy.WeekUnit;

/** Years drawn at random, held against a count that walks the calendar day by day. */
class WindowPropertiesTest {

    private static final Set<String> COUNTED = Set.of("G", "N", "O", "U");
    private static final List<String> CODES = List.of("/", "O", "N", "G", "U", "I", "C2", "L");
    private static final LocalDate FIRST = LocalDate.parse("2025-09-01");
    private static final int DAYS = 570;

    @Property(tries = 200)
    void aWindowNeverDiffersFromACountDayByDay(@ForAll long seed) {
        Random random = new Random(seed);
        WindowScene scene = drawn(random);
        int length = random.nextInt(1, 13);
        Limit limit = limit(length, random.nextInt(2, 8));
        LocalDate on = FIRST.plusDays(random.nextInt(DAYS));
        PenaltyWindow window =
                PenaltyWindow.of(limit, scene.weeks(), scene.age(), WindowScene.HERE, scene.sessions(), on);
        List<SessionKey> counted = byHand(scene, length, on, on);
        assertThat(window.sessions().stream().map(CountedSession::session)).containsExactlyElementsOf(counted);
        assertThat(window.met()).isEqualTo(counted.size() >= limit.sessions());
        if (window.met()) {
            assertThat(window.metOn())
                    .isEqualTo(counted.get(limit.sessions() - 1).date());
        }
        if (!counted.isEmpty()) {
            assertThat(window.nextDropsOutOn()).isEqualTo(dropsOutByHand(scene, length, counted.getFirst(), on));
        }
        if (window.nextDropsOutOn() != null) {
            assertThat(window.remaining())
                    .isEqualTo(
                            byHand(scene, length, window.nextDropsOutOn(), on).size());
        }
    }

    @Property(tries = 100)
    void theOrderInWhichMarksArriveChangesNothing(@ForAll long seed) {
        Random random = new Random(seed);
        WindowScene scene = drawn(random);
        LocalDate on = FIRST.plusDays(random.nextInt(DAYS));
        List<CountedSession> shuffled = new ArrayList<>(scene.sessions());
        Collections.shuffle(shuffled, random);
        for (Limit limit : List.of(limit(10, 5), halfTerm(3))) {
            assertThat(PenaltyWindow.of(limit, scene.weeks(), scene.age(), WindowScene.HERE, shuffled, on))
                    .isEqualTo(PenaltyWindow.of(
                            limit, scene.weeks(), scene.age(), WindowScene.HERE, scene.sessions(), on));
            assertThat(Run.of(limit, scene.weeks(), scene.age(), WindowScene.HERE, shuffled, on))
                    .isEqualTo(Run.of(limit, scene.weeks(), scene.age(), WindowScene.HERE, scene.sessions(), on));
        }
    }

    @Property(tries = 100)
    void aRunCoversTheDaysOnWhichItsWindowIsMetAndNoOther(@ForAll long seed) {
        Random random = new Random(seed);
        WindowScene scene = drawn(random);
        SchoolWeeks weeks = scene.weeks();
        for (Limit limit : List.of(limit(random.nextInt(1, 13), random.nextInt(2, 8)), halfTerm(3))) {
            List<Run> runs =
                    Run.of(limit, weeks, scene.age(), WindowScene.HERE, scene.sessions(), FIRST.plusDays(DAYS));
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
                LocalDate on = day;
                assertThat(runs.stream().anyMatch(run -> run.covers(on)))
                        .as(on.toString())
                        .isEqualTo(PenaltyWindow.of(limit, weeks, scene.age(), WindowScene.HERE, scene.sessions(), on)
                                .met());
            }
        }
    }

    private static Limit limit(int length, int sessions) {
        return new Limit(
                "drawn",
                new Rolling(length, WeekUnit.SCHOOL_WEEK, true, true),
                sessions,
                COUNTED,
                true,
                Effect.MUST_CONSIDER_PENALTY,
                List.of());
    }

    private static Limit halfTerm(int sessions) {
        return new Limit("drawn", new HalfTerm(), sessions, COUNTED, true, Effect.WARNING, List.of());
    }

    private static WindowScene drawn(Random random) {
        WindowScene scene = new WindowScene();
        LocalDate closed = LocalDate.parse("2026-09-07").plusWeeks(random.nextInt(6));
        int days = random.nextInt(6);
        for (int i = 0; i < days; i++) {
            scene.closed(new Closure(closed.plusDays(i), ClosureKind.OCCASIONAL, null));
        }
        SchoolCalendars calendars = scene.calendars();
        int rate = random.nextInt(2, 12);
        for (SessionKey session : calendars.sessions(FIRST, FIRST.plusDays(DAYS))) {
            if (random.nextInt(rate) == 0) {
                scene.mark(session, CODES.get(random.nextInt(CODES.size())), WindowScene.HERE);
            }
        }
        return scene;
    }

    /** From the week of the day back, week by week, until so many had a session; and what of it was marked by then. */
    private static List<SessionKey> byHand(WindowScene scene, int length, LocalDate day, LocalDate until) {
        SchoolCalendars calendars = scene.calendars();
        List<SessionKey> found = new ArrayList<>();
        int weeks = 0;
        for (LocalDate monday = monday(day); weeks < length && !monday.isBefore(FIRST); monday = monday.minusWeeks(1)) {
            boolean held = false;
            for (int i = 0; i < 7; i++) {
                for (SessionHalf half : SessionHalf.values()) {
                    SessionKey session = new SessionKey(monday.plusDays(i), half);
                    held |= calendars.isOpen(session);
                    if (isCounted(scene, session) && !session.date().isAfter(until)) {
                        found.add(session);
                    }
                }
            }
            weeks += held ? 1 : 0;
        }
        Collections.sort(found);
        return found;
    }

    private static @Nullable LocalDate dropsOutByHand(WindowScene scene, int length, SessionKey oldest, LocalDate on) {
        for (LocalDate day = on.plusDays(1); day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            if (!byHand(scene, length, day, on).contains(oldest)) {
                return day;
            }
        }
        return null;
    }

    private static boolean isCounted(WindowScene scene, SessionKey session) {
        return scene.sessions().stream()
                .anyMatch(each -> each.session().equals(session) && COUNTED.contains(each.code()));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
