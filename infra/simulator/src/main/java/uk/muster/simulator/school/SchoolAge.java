package uk.muster.simulator.school;

import java.time.LocalDate;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.simulator.chance.Chance;

/** Dates of birth that fit year groups. */
final class SchoolAge {

    private static final int RECEPTION_AGE = 4;

    private SchoolAge() {}

    /** A child of Reception is 4 on 31 August before the year, each year group a year older; born on any day of that twelve-month. */
    static LocalDate dateOfBirth(Chance chance, AcademicYear year, String yearGroup) {
        int age = RECEPTION_AGE + (yearGroup.equals("R") ? 0 : Integer.parseInt(yearGroup));
        LocalDate youngest = LocalDate.of(year.startYear() - age, 8, 31);
        return youngest.minusDays(chance.between(0, 364));
    }
}
