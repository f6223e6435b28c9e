package uk.muster.query.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.code.Rate;
import uk.muster.kernel.figures.SchoolTerm;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.SessionHalf;

/**
 * A pupil's attendance of an academic year, up to the day that the business clock shows.
 *
 * @param percentage attended of possible, one decimal, half up; null when nothing was possible
 * @param persistentlyAbsent by the school's policy, as {@code severelyAbsent}; false when nothing was possible
 * @param band the id of the policy's band; null when nothing was possible
 * @param bandSince the day by whose end the pupil had come into the band, by the marks as they stand; null while it is provisional
 * @param previousBand the band before that; null when there was none
 * @param rag the policy's red, amber or green; left out where it has none
 * @param provisional whether too few sessions were possible for the band to be acted on
 * @param trend percentage points of the last four school weeks against the four before; null where one of them had no possible session
 * @param byCode counted sessions of each code
 * @param lates sessions with L
 * @param lateAfterClose sessions with U
 * @param minutesLate of both together, where minutes were recorded
 * @param halfTerms those of the year that have begun
 * @param weekdays from Monday to Friday
 * @param brokenWeeks weeks of which the pupil missed some and attended some
 * @param sessions every mark in order of session
 */
public record AttendancePage(
        AcademicYear academicYear,
        int possible,
        int attended,
        int authorisedAbsence,
        int unauthorisedAbsence,
        int unableToAttend,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal percentage,
        boolean persistentlyAbsent,
        boolean severelyAbsent,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String band,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate bandSince,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String previousBand,
        @Nullable String rag,
        boolean provisional,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal trend,
        Map<String, Integer> byCode,
        int lates,
        int lateAfterClose,
        int minutesLate,
        List<HalfTerm> halfTerms,
        List<Weekday> weekdays,
        int brokenWeeks,
        List<Session> sessions) {

    /**
     * A half term up to today.
     *
     * @param percentage null when nothing was possible
     */
    public record HalfTerm(
            String name,
            SchoolTerm term,
            LocalDate from,
            LocalDate to,
            int possible,
            int attended,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal percentage,

            int lates,
            int lateAfterClose,
            int minutesLate) {}

    /** What was attended of a weekday's mornings and afternoons. */
    public record Weekday(DayOfWeek day, Half am, Half pm) {}

    /** @param percentage null when nothing was possible */
    public record Half(
            int possible,
            int attended,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal percentage) {

        static Half of(Rate rate) {
            return new Half(rate.possible(), rate.attended(), rate.percentage().orElse(null));
        }
    }

    /**
     * A session's mark.
     *
     * @param counted false for a mark that counts nowhere: the calendar has no such session any more, the school was closed unexpectedly, or the
     *     pupil was not on roll
     */
    public record Session(LocalDate date, SessionHalf session, String code, boolean counted) {}
}
