package uk.muster.simulator.school;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.simulator.chance.Chance;

/** Dates of birth that fit year groups, and the day on which compulsory school age begins. */
public final class SchoolAge {

    private static final int RECEPTION_AGE = 4;
    /** 31 March, 31 August and 31 December (SI 1998/1607). */
    private static final List<MonthDay> PRESCRIBED_DAYS =
            List.of(MonthDay.of(3, 31), MonthDay.of(8, 31), MonthDay.of(12, 31));

    private SchoolAge() {}

    /** A child of Reception is 4 on 31 August before the year, each year group a year older; born on any day of that twelve-month. */
    static LocalDate dateOfBirth(Chance chance, AcademicYear year, String yearGroup) {
        int age = RECEPTION_AGE + (yearGroup.equals("R") ? 0 : Integer.parseInt(yearGroup));
        LocalDate youngest = LocalDate.of(year.startYear() - age, 8, 31);
        return youngest.minusDays(chance.between(0, 364));
    }

    /** The prescribed day on or after the fifth birthday (Education Act 1996 s8). */
    public static LocalDate compulsoryFrom(LocalDate dateOfBirth) {
        LocalDate fifth = dateOfBirth.plusYears(5);
        return PRESCRIBED_DAYS.stream()
                .map(day -> day.atYear(fifth.getYear()))
                .filter(day -> !day.isBefore(fifth))
                .findFirst()
                .orElseThrow();
    }
}
