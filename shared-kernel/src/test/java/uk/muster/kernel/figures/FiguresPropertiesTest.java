package uk.muster.kernel.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import uk.muster.kernel.code.Rate;
import uk.muster.kernel.code.Tally;
import uk.muster.kernel.figures.DrawnSessions.Mark;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.policy.Bands;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.SchoolOverlays;

/** Every figure against a count made the plain way, over weeks drawn at random. */
class FiguresPropertiesTest {

    private static final List<EffectivePolicy> POLICIES = Stream.of("hcat", "kts", "clore-shalom", "ipat")
            .map(SchoolOverlays::activated)
            .toList();
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final int DAYS = 90;

    @Property
    void aRateIsWhatATallyOfTheSameMarksSays(
            @ForAll long seed, @ForAll @IntRange(max = DAYS) int from, @ForAll @IntRange(max = DAYS) int to) {
        DrawnSessions sessions = DrawnSessions.random(new Random(seed), FIRST, DAYS);
        LocalDate first = FIRST.plusDays(from);
        LocalDate last = FIRST.plusDays(to);
        List<Mark> counted =
                sessions.between(first, last).stream().filter(Mark::counted).toList();
        Tally tally = Tally.of(counted.stream().map(Mark::code).toList());
        assertThat(Rates.between(sessions, first, last)).isEqualTo(tally.rate());
        assertThat(Lateness.between(sessions, first, last))
                .isEqualTo(new Lateness(
                        tally.count("L"),
                        tally.count("U"),
                        counted.stream()
                                .mapToInt(mark -> Math.max(0, mark.minutes()))
                                .sum()));
    }

    @Property
    void theHistoryOfBandsIsThatOfEachDaysEnd(@ForAll long seed) {
        DrawnSessions sessions = DrawnSessions.random(new Random(seed), FIRST, DAYS);
        LocalDate to = FIRST.plusDays(DAYS);
        for (EffectivePolicy policy : POLICIES) {
            Bands bands = policy.bands();
            Map<LocalDate, Bands.Band> days = new TreeMap<>();
            for (LocalDate day = FIRST; !day.isAfter(to); day = day.plusDays(1)) {
                List<Mark> known = sessions.between(FIRST, day);
                int possible = (int) known.stream().filter(Mark::isPossible).count();
                int attended = (int) known.stream().filter(Mark::isAttended).count();
                if (possible >= 20) {
                    days.put(day, bands.bandOf(attended, possible).orElseThrow());
                }
            }
            List<Map.Entry<LocalDate, Bands.Band>> changes = new ArrayList<>();
            days.entrySet().forEach(day -> {
                if (changes.isEmpty() || !changes.getLast().getValue().equals(day.getValue())) {
                    changes.add(day);
                }
            });
            BandHistory history = BandHistory.of(sessions, FIRST, to, bands);
            assertThat(history.since())
                    .isEqualTo(changes.isEmpty() ? null : changes.getLast().getKey());
            assertThat(history.previous())
                    .isEqualTo(
                            changes.size() < 2
                                    ? null
                                    : changes.get(changes.size() - 2).getValue());
        }
    }

    @Property
    void weekdaysAddUpToTheWholeAndBrokenWeeksAreThoseOfBothKinds(@ForAll long seed) {
        DrawnSessions sessions = DrawnSessions.random(new Random(seed), FIRST, DAYS);
        LocalDate to = FIRST.plusDays(DAYS);
        List<WeekPattern.Weekday> weekdays = WeekPattern.between(sessions, FIRST, to);
        assertThat(weekdays.stream().map(day -> day.am().plus(day.pm())).reduce(Rate.NONE, Rate::plus))
                .isEqualTo(Rates.between(sessions, FIRST, to));
        assertThat(weekdays)
                .allSatisfy(weekday -> assertThat(weekday.am().possible()).isEqualTo((int) sessions.marks().stream()
                        .filter(Mark::isPossible)
                        .filter(mark -> mark.session().half() == SessionHalf.AM
                                && mark.session().date().getDayOfWeek() == weekday.day())
                        .count()));
        Map<LocalDate, List<Mark>> weeks = sessions.marks().stream()
                .filter(Mark::isPossible)
                .collect(Collectors.groupingBy(
                        mark -> mark.session().date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
        assertThat(WeekPattern.brokenWeeks(sessions, FIRST, to)).isEqualTo((int) weeks.values().stream()
                .filter(week -> week.stream().anyMatch(Mark::isAttended)
                        && !week.stream().allMatch(Mark::isAttended))
                .count());
    }

    @Property
    void pointsAreTheExactDifferenceRoundedOnce(
            @ForAll @IntRange(max = 400) int attended,
            @ForAll @IntRange(min = 1, max = 400) int possible,
            @ForAll @IntRange(max = 400) int attendedBefore,
            @ForAll @IntRange(min = 1, max = 400) int possibleBefore) {
        Rate now = new Rate(Math.min(attended, possible), possible);
        Rate before = new Rate(Math.min(attendedBefore, possibleBefore), possibleBefore);
        BigDecimal exact = share(now).subtract(share(before)).setScale(1, RoundingMode.HALF_UP);
        Optional<BigDecimal> points = Rates.points(now, before);
        assertThat(points.orElseThrow()).isEqualByComparingTo(exact);
        assertThat(Rates.points(before, now).orElseThrow()).isEqualByComparingTo(exact.negate());
        assertThat(Integer.signum(now.compareTo(before))).isEqualTo(share(now).compareTo(share(before)));
    }

    /** To 30 decimals: two rates of at most 400 sessions that differ at all, or lie half-way between tenths, are told apart by far fewer. */
    private static BigDecimal share(Rate rate) {
        return BigDecimal.valueOf(100L * rate.attended())
                .divide(BigDecimal.valueOf(rate.possible()), 30, RoundingMode.HALF_EVEN);
    }
}
