package uk.muster.kernel.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.muster.kernel.policy.NoticePolicy;

/**
 * How many penalty notices a parent may have for a child: two in three years from the date of issue of the first (KTS-68, HCAT-X16), by whatever
 * numbers the policy has. The years end on the day before the anniversary.
 *
 * @param most notices
 * @param years from the date of issue
 * @param issued the dates of issue of the notices that count, of this parent for this child at any school
 */
public record NoticeLimit(int most, int years, List<LocalDate> issued) {

    /** From when on notices are under the national framework: earlier ones count towards nothing. */
    public static final LocalDate FRAMEWORK = LocalDate.of(2024, 8, 19);

    public NoticeLimit {
        issued = issued.stream().sorted().toList();
    }

    /** @param notices of this parent for this child, at any school */
    public static NoticeLimit of(NoticePolicy policy, List<Notice> notices) {
        return new NoticeLimit(
                policy.limitNotices(),
                policy.limitYears(),
                notices.stream()
                        .filter(Notice::countsTowardsLimit)
                        .map(Notice::issuedOn)
                        .toList());
    }

    /** Which notice one issued on that day would be, from 1. */
    public int nth(LocalDate issuedOn) {
        return issuedOn.isBefore(FRAMEWORK) ? 1 : 1 + (int) within(issuedOn).count();
    }

    /**
     * From when on another notice may be issued, where none may on that day.
     *
     * @return empty where one may
     */
    public Optional<LocalDate> barredUntil(LocalDate issuedOn) {
        if (issuedOn.isBefore(FRAMEWORK) || mayBeIssued(issuedOn)) {
            return Optional.empty();
        }
        return issued.stream()
                .map(each -> lastDay(each).plusDays(1))
                .filter(day -> day.isAfter(issuedOn) && mayBeIssued(day))
                .findFirst();
    }

    /** Neither it nor one issued after it, and recorded before it, would be one too many. */
    private boolean mayBeIssued(LocalDate day) {
        return nth(day) <= most
                && issued.stream()
                        .filter(later -> later.isAfter(day) && !lastDay(day).isBefore(later))
                        .allMatch(later -> within(later).count() < most);
    }

    /** The notices issued by a day, itself included, whose years last on it. */
    private Stream<LocalDate> within(LocalDate day) {
        return issued.stream()
                .filter(each -> !each.isAfter(day) && !lastDay(each).isBefore(day));
    }

    /** The last day of the years that begin with a day. Those of 29 February end on 28 February, as the law counts years. */
    private LocalDate lastDay(LocalDate first) {
        LocalDate anniversary = first.plusYears(years);
        return anniversary.getDayOfMonth() == first.getDayOfMonth() ? anniversary.minusDays(1) : anniversary;
    }
}
