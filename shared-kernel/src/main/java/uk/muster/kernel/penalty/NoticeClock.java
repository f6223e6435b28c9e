package uk.muster.kernel.penalty;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.PenaltyEvent.NoticeTerms;

/**
 * Until when a notice may be paid, in calendar days of London: "the period of 21 days beginning with the date on which the notice is received"
 * (SI 2007/1867 reg 4 as amended by SI 2024/210). Received on 1 March, the discount lasts until 21 March and the notice until 28 March, both
 * inclusive.
 *
 * @param earlyUntil the last day of the discount; null where there is none, or while it is not known from when it is counted
 * @param fullUntil the last day to pay; null while it is not known from when it is counted
 */
public record NoticeClock(
        @Nullable LocalDate earlyUntil, @Nullable LocalDate fullUntil) {

    private static final NoticeClock NOT_RUNNING = new NoticeClock(null, null);

    /** @param receivedOn null while it is not known */
    public static NoticeClock of(NoticeTerms terms, LocalDate issuedOn, @Nullable LocalDate receivedOn) {
        LocalDate first = switch (terms.countedFrom()) {
            case RECEIPT -> receivedOn;
            case ISSUE -> issuedOn;
        };
        if (first == null) {
            return NOT_RUNNING;
        }
        Integer earlyDays = terms.earlyDays();
        return new NoticeClock(
                earlyDays == null ? null : last(first, earlyDays, terms), last(first, terms.fullDays(), terms));
    }

    /** What is to be paid on a day; empty when it is too late, or not known how much. */
    public Optional<BigDecimal> dueOn(LocalDate day, NoticeTerms terms) {
        if (earlyUntil != null && !day.isAfter(earlyUntil)) {
            return Optional.ofNullable(terms.earlyAmount());
        }
        return fullUntil != null && !day.isAfter(fullUntil) ? Optional.of(terms.fullAmount()) : Optional.empty();
    }

    private static LocalDate last(LocalDate first, int days, NoticeTerms terms) {
        return first.plusDays(terms.firstDayCounts() ? days - 1L : days);
    }
}
