package uk.muster.kernel.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.policy.NoticePolicy;
import uk.muster.kernel.policy.SchoolOverlays;

/** Two notices in three years from the date of issue of the first, and which of them a notice is (domain §4.3, edge cases 18 to 24). */
class NoticeLimitTest {

    private static final NoticePolicy KTS = SchoolOverlays.activated("kts").notices();

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static NoticeLimit limit(LocalDate... issued) {
        return new NoticeLimit(2, 3, List.of(issued));
    }

    /** Edge case 18; the framework begins on 19 August 2024. */
    @ParameterizedTest
    @CsvSource({
        "2024-09-01, 2027-03-01, 2027-03-01, 2027-09-01",
        "2024-09-01, 2027-03-01, 2027-08-31, 2027-09-01",
        "2024-09-01, 2027-03-01, 2027-09-01,",
        "2024-08-19, 2024-08-20, 2024-08-20, 2027-08-19",
        "2024-08-19, 2024-08-20, 2027-08-19,",
        "2028-02-29, 2029-01-01, 2031-02-28, 2031-03-01",
        "2028-02-29, 2029-01-01, 2031-03-01,",
        "2025-03-01, 2026-01-01, 2028-02-29, 2028-03-01"
    })
    void aThirdIsBarredUntilTheAnniversaryOfTheFirst(
            LocalDate first, LocalDate second, LocalDate third, @Nullable LocalDate until) {
        NoticeLimit limit = limit(first, second);
        assertThat(limit.barredUntil(third)).isEqualTo(Optional.ofNullable(until));
        assertThat(limit.nth(third)).isEqualTo(until == null ? 2 : 3);
    }

    @ParameterizedTest
    @CsvSource({"2024-08-18, 1", "2024-09-01, 2", "2027-08-31, 2", "2027-09-01, 1"})
    void whichNoticeItIsGoesByTheYearsOfTheFirst(LocalDate issuedOn, int nth) {
        assertThat(limit(day("2024-09-01")).nth(issuedOn)).isEqualTo(nth);
    }

    /** One recorded late, with an earlier date, may not make a later one the third. */
    @ParameterizedTest
    @CsvSource({"2025-01-01, true", "2023-06-01, false", "2024-08-19, true", "2029-06-01, false"})
    void aNoticeRecordedLateMakesNoLaterOneTheThird(LocalDate issuedOn, boolean barred) {
        assertThat(limit(day("2025-06-01"), day("2026-06-01"))
                        .barredUntil(issuedOn)
                        .isPresent())
                .isEqualTo(barred);
    }

    static Stream<Arguments> whatCounts() {
        LocalDate on = day("2025-02-03");
        return Stream.of(
                counts("a notice", 2, NoticeKind.NATIONAL, on, _ -> List.of()),
                counts(
                        "19: one that was withdrawn",
                        1,
                        NoticeKind.NATIONAL,
                        on,
                        n -> List.of(NoticeCases.withdrawn(n, on))),
                counts("20: one from before the framework", 1, NoticeKind.NATIONAL, day("2024-08-18"), _ -> List.of()),
                counts("the first day of the framework", 2, NoticeKind.NATIONAL, day("2024-08-19"), _ -> List.of()),
                counts("22: one for a public place", 1, NoticeKind.PUBLIC_PLACE, on, _ -> List.of()),
                counts("one that was paid", 2, NoticeKind.NATIONAL, on, n -> List.of(NoticeCases.paid(n, on))),
                counts(
                        "24: unpaid, convicted",
                        2,
                        NoticeKind.NATIONAL,
                        on,
                        n -> List.of(NoticeCases.prosecuted(n, on, Proceedings.CONVICTED))),
                counts(
                        "24: unpaid, acquitted",
                        1,
                        NoticeKind.NATIONAL,
                        on,
                        n -> List.of(
                                NoticeCases.prosecuted(n, on, Proceedings.BROUGHT),
                                NoticeCases.prosecuted(n, on, Proceedings.ACQUITTED))),
                counts(
                        "paid, then withdrawn",
                        1,
                        NoticeKind.NATIONAL,
                        on,
                        n -> List.of(NoticeCases.paid(n, on), NoticeCases.withdrawn(n, on))));
    }

    private static Arguments counts(String what, int nth, NoticeKind kind, LocalDate issuedOn, Later later) {
        PenaltyNoticeIssued issued = NoticeCases.issued(kind, issuedOn, NoticeCases.FIRST, null);
        List<PenaltyEvent> facts = new ArrayList<>(List.of(issued));
        facts.addAll(later.of(issued));
        return Arguments.of(what, facts, nth);
    }

    private interface Later {
        List<? extends PenaltyEvent> of(PenaltyNoticeIssued notice);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatCounts(String what, List<PenaltyEvent> facts, int nth) {
        NoticeBook book = NoticeBook.EMPTY;
        for (PenaltyEvent fact : facts) {
            book = book.after(fact);
        }
        assertThat(NoticeLimit.of(KTS, book.penalties()).nth(day("2025-09-08")))
                .as(what)
                .isEqualTo(nth);
    }

    @Provide
    Arbitrary<List<LocalDate>> years() {
        return Arbitraries.integers()
                .between(0, 4_000)
                .map(days -> NoticeLimit.FRAMEWORK.plusDays(days))
                .list()
                .ofMaxSize(12);
    }

    /** Whatever is asked for in whatever order, what is let through never has more than the limit in any years of one of them. */
    @Property
    void neverMoreThanTheLimitInTheYearsOfAny(
            @ForAll("years") List<LocalDate> asked,
            @ForAll @IntRange(min = 1, max = 3) int most,
            @ForAll @IntRange(min = 1, max = 4) int years) {
        List<LocalDate> issued = new ArrayList<>();
        for (LocalDate day : asked) {
            Optional<LocalDate> until = new NoticeLimit(most, years, issued).barredUntil(day);
            if (until.isEmpty()) {
                issued.add(day);
            } else {
                assertThat(until.get()).isAfter(day);
                assertThat(new NoticeLimit(most, years, issued).barredUntil(until.get()))
                        .isEmpty();
            }
        }
        for (LocalDate first : issued) {
            assertThat(issued.stream().filter(each -> !each.isBefore(first) && each.isBefore(first.plusYears(years))))
                    .hasSizeLessThanOrEqualTo(most);
        }
    }

    @Property
    void theOrderInWhichNoticesAreKnownMakesNoDifference(
            @ForAll("years") List<LocalDate> issued, @ForAll @IntRange(max = 5_000) int days) {
        LocalDate day = NoticeLimit.FRAMEWORK.plusDays(days);
        assertThat(new NoticeLimit(2, 3, issued.reversed()).nth(day)).isEqualTo(new NoticeLimit(2, 3, issued).nth(day));
        assertThat(new NoticeLimit(2, 3, issued.reversed()).barredUntil(day))
                .isEqualTo(new NoticeLimit(2, 3, issued).barredUntil(day));
    }
}
