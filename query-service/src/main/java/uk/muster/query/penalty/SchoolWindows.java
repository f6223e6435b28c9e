package uk.muster.query.penalty;

import java.time.LocalDate;
import java.util.List;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.penalty.Limit;
import uk.muster.kernel.penalty.PenaltyWindow;
import uk.muster.kernel.penalty.SchoolWeeks;
import uk.muster.kernel.policy.PenaltyPolicy;
import uk.muster.query.school.School;

/** The windows of a school's policy on a day: the same for each of its pupils, but for a joiner's weeks before the first calendar. */
final class SchoolWindows {

    private final Urn urn;
    private final LocalDate on;
    private final List<Limit> windows;
    private final SchoolWeeks weeks;
    private final boolean spansSchools;

    private SchoolWindows(Urn urn, LocalDate on, List<Limit> windows, SchoolWeeks weeks, boolean spansSchools) {
        this.urn = urn;
        this.on = on;
        this.windows = windows;
        this.weeks = weeks;
        this.spansSchools = spansSchools;
    }

    static SchoolWindows of(School school, Urn urn, LocalDate on) {
        PenaltyPolicy policy = school.policy().penalty();
        return new SchoolWindows(
                urn,
                on,
                policy.windows().stream()
                        .map(window -> Limit.of(window, policy))
                        .toList(),
                SchoolWeeks.of(school.calendars()),
                policy.spansSchools());
    }

    boolean spansSchools() {
        return spansSchools;
    }

    /** The first day of the longest window. */
    LocalDate from(List<CountedSession> imported) {
        SchoolWeeks known = with(imported);
        return windows.stream()
                .map(window -> window.period().on(known, on).from())
                .min(LocalDate::compareTo)
                .orElse(on);
    }

    /**
     * Every window of a pupil.
     *
     * @param sessions all that count
     * @param imported those of them that came from an earlier school
     */
    List<PenaltyWindow> count(CompulsoryAge age, List<CountedSession> sessions, List<CountedSession> imported) {
        SchoolWeeks known = with(imported);
        return windows.stream()
                .map(window -> PenaltyWindow.of(window, known, age, urn, sessions, on))
                .toList();
    }

    private SchoolWeeks with(List<CountedSession> imported) {
        return weeks.withEarlier(
                imported.stream().map(each -> each.session().date()).toList());
    }
}
