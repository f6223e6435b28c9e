package uk.muster.kernel.calendar;

import java.time.LocalDate;
import uk.muster.kernel.identity.AcademicYear;

/** Monday to Friday without the bank holidays of England and Wales, whatever a school's calendar says (KTS-X04). */
public final class WorkingDays {

    private WorkingDays() {}

    /**
     * The n-th working day after a date, which itself never counts.
     *
     * @param n 1 or more
     */
    public static LocalDate next(LocalDate date, int n) {
        LocalDate day = date;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return !SchoolCalendars.isWeekend(day)
                && !BankHolidays.of(AcademicYear.of(day)).containsKey(day);
    }
}
