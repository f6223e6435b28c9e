package uk.muster.kernel.code;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * The days on which a person is of compulsory school age, both inclusive.
 *
 * <p>It begins on the prescribed day (31 August, 31 December or 31 March, SI 1998/1607) on which the person turns five or, for
 * everybody else, on the next one after (Education Act 1996 s8(2)). It ends with the last Friday in June (SI 1997/1970) of the school
 * year, here 1 September to 31 August, in which the person turns 16 (s8(3)): a birthday in July or August still ends it that June.
 */
public record CompulsoryAge(LocalDate firstDay, LocalDate lastDay) {

    public static CompulsoryAge from(LocalDate dateOfBirth) {
        return new CompulsoryAge(
                prescribedDayOnOrAfter(dateOfBirth.plusYears(5)), leavingDateOf(dateOfBirth.plusYears(16)));
    }

    /** Whether the person is of compulsory school age on that date. */
    public boolean covers(LocalDate date) {
        return !date.isBefore(firstDay) && !date.isAfter(lastDay);
    }

    private static LocalDate prescribedDayOnOrAfter(LocalDate fifthBirthday) {
        int year = fifthBirthday.getYear();
        if (fifthBirthday.getMonthValue() <= 3) {
            return LocalDate.of(year, Month.MARCH, 31);
        }
        return fifthBirthday.getMonthValue() <= 8
                ? LocalDate.of(year, Month.AUGUST, 31)
                : LocalDate.of(year, Month.DECEMBER, 31);
    }

    private static LocalDate leavingDateOf(LocalDate sixteenthBirthday) {
        int year =
                sixteenthBirthday.getMonthValue() >= 9 ? sixteenthBirthday.getYear() + 1 : sixteenthBirthday.getYear();
        return LocalDate.of(year, Month.JUNE, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
    }
}
