package uk.muster.query.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.SessionHalf;

/**
 * A pupil's attendance of an academic year, up to the day that the business clock shows.
 *
 * @param percentage attended of possible, one decimal, half up; null when nothing was possible
 * @param persistentlyAbsent by the school's policy, as {@code severelyAbsent}; false when nothing was possible
 * @param band the id of the policy's band; null when nothing was possible
 * @param byCode counted sessions of each code
 * @param lates sessions with L
 * @param lateAfterClose sessions with U
 * @param minutesLate of both together, where minutes were recorded
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
        Map<String, Integer> byCode,
        int lates,
        int lateAfterClose,
        int minutesLate,
        List<Session> sessions) {

    /**
     * A session's mark.
     *
     * @param counted false for a mark that counts nowhere: the calendar has no such session any more, the school was closed unexpectedly, or the
     *     pupil was not on roll
     */
    public record Session(LocalDate date, SessionHalf session, String code, boolean counted) {}
}
