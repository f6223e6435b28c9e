package uk.muster.kernel.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.kernel.event.PenaltyEvent.NoticeTerms;
import uk.muster.kernel.policy.NoticePolicy.CountedFrom;

/** Until when a notice may be paid (domain §4.3). */
class NoticeClockTest {

    private static final LocalDate ISSUED = LocalDate.parse("2024-09-01");

    /** Edge case 23: across a leap day (2028), the clocks going forward (30 March 2025) and back (26 October 2025), and a year's end. */
    @ParameterizedTest
    @CsvSource({
        "2025-03-01, 2025-03-21, 2025-03-28",
        "2025-03-20, 2025-04-09, 2025-04-16",
        "2028-02-10, 2028-03-01, 2028-03-08",
        "2028-02-29, 2028-03-20, 2028-03-27",
        "2025-10-20, 2025-11-09, 2025-11-16",
        "2025-12-20, 2026-01-09, 2026-01-16"
    })
    void theDayReceivedIsDayOne(LocalDate received, LocalDate early, LocalDate full) {
        assertThat(NoticeClock.of(NoticeCases.FIRST, ISSUED, received)).isEqualTo(new NoticeClock(early, full));
        assertThat(NoticeClock.of(NoticeCases.SECOND, ISSUED, received)).isEqualTo(new NoticeClock(null, full));
    }

    /** Edge case 23: received 1 March 2025. KTS-66, KTS-67, HCAT-85. */
    @ParameterizedTest
    @CsvSource({"2025-03-21, 80, 160", "2025-03-22, 160, 160", "2025-03-28, 160, 160", "2025-03-29, , "})
    void theAmountGoesUpAfterTheTwentyFirstDayAndItIsUnpaidAfterTheTwentyEighth(
            LocalDate day, @Nullable BigDecimal first, @Nullable BigDecimal second) {
        LocalDate received = LocalDate.parse("2025-03-01");
        assertThat(NoticeClock.of(NoticeCases.FIRST, ISSUED, received)
                        .dueOn(day, NoticeCases.FIRST)
                        .orElse(null))
                .isEqualTo(first);
        assertThat(NoticeClock.of(NoticeCases.SECOND, ISSUED, received)
                        .dueOn(day, NoticeCases.SECOND)
                        .orElse(null))
                .isEqualTo(second);
    }

    @Property
    void noClockRunsBeforeTheDayReceivedIsKnown(@ForAll @IntRange(max = 4_000) int days) {
        NoticeClock clock = NoticeClock.of(NoticeCases.FIRST, ISSUED.plusDays(days), null);
        assertThat(clock.earlyUntil()).isNull();
        assertThat(clock.fullUntil()).isNull();
        assertThat(clock.dueOn(ISSUED.plusDays(days), NoticeCases.FIRST)).isEmpty();
    }

    @Property
    void thereAreExactlySoManyDaysToPayAndTheAmountNeverFalls(
            @ForAll @IntRange(max = 4_000) int days,
            @ForAll @IntRange(min = 1, max = 60) int early,
            @ForAll @IntRange(min = 1, max = 60) int more,
            @ForAll boolean firstDayCounts) {
        NoticeTerms terms = new NoticeTerms(
                BigDecimal.valueOf(80),
                early,
                BigDecimal.valueOf(160),
                early + more,
                CountedFrom.RECEIPT,
                firstDayCounts);
        LocalDate received = ISSUED.plusDays(days);
        NoticeClock clock = NoticeClock.of(terms, ISSUED, received);
        LocalDate first = firstDayCounts ? received : received.plusDays(1);
        assertThat(daysFrom(first, clock.earlyUntil())).isEqualTo(early);
        assertThat(daysFrom(first, clock.fullUntil())).isEqualTo(early + more);
        BigDecimal last = BigDecimal.ZERO;
        for (LocalDate day = received; clock.dueOn(day, terms).isPresent(); day = day.plusDays(1)) {
            BigDecimal due = clock.dueOn(day, terms).orElseThrow();
            assertThat(due).isGreaterThanOrEqualTo(last);
            last = due;
        }
        assertThat(last).isEqualTo(terms.fullAmount());
    }

    @Property
    void countedFromIssueTheDayReceivedMakesNoDifference(@ForAll @IntRange(max = 60) int post) {
        NoticeTerms terms =
                new NoticeTerms(BigDecimal.valueOf(80), 21, BigDecimal.valueOf(160), 28, CountedFrom.ISSUE, true);
        assertThat(NoticeClock.of(terms, ISSUED, ISSUED.plusDays(post)))
                .isEqualTo(NoticeClock.of(terms, ISSUED, null))
                .isEqualTo(new NoticeClock(ISSUED.plusDays(20), ISSUED.plusDays(27)));
    }

    private static long daysFrom(LocalDate first, @Nullable LocalDate last) {
        assertThat(last).isNotNull();
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
