package uk.muster.kernel.retention;

import java.time.LocalDate;
import uk.muster.kernel.identity.AcademicYear;

/** When the keys of an academic year of recording may go (reg 7; G-13, KTS-31, IPAT-15). */
public final class Retention {

    private Retention() {}

    /**
     * The first day on which everything that was recorded under a year's keys has been kept for its time. That of the year's last day is kept so many
     * years, that day included, and a day more: what was sealed in the last second of a year may have been recorded in the first of the next.
     *
     * @param years for which each entry is kept, 6 at least
     */
    public static LocalDate disposableOn(AcademicYear recordedIn, int years) {
        return recordedIn.lastDay().plusYears(years).plusDays(2);
    }
}
