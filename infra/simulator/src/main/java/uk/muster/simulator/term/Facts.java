package uk.muster.simulator.term;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.code.Enrolment;
import uk.muster.simulator.school.Pupil;

/** What is so for a pupil by timetable and age, whatever the strip says. */
final class Facts {

    /** Reception children start with mornings alone for this many school days of the autumn term. */
    private static final int STAGGERED_START_DAYS = 8;

    private Facts() {}

    /**
     * D where a pupil registered here as subsidiary is due at the main school, X where a child below compulsory school age is not yet
     * expected in the afternoon; else null.
     */
    static @Nullable String byTimetable(Pupil pupil, LocalDate date, int day, boolean afternoon, boolean autumn) {
        boolean late = date.getDayOfWeek() == DayOfWeek.THURSDAY || date.getDayOfWeek() == DayOfWeek.FRIDAY;
        if (pupil.enrolment() == Enrolment.SUBSIDIARY && late) {
            return "D";
        }
        boolean staggered =
                autumn && day < STAGGERED_START_DAYS && pupil.yearGroup().equals("R");
        if (staggered && afternoon && !CompulsoryAge.from(pupil.dateOfBirth()).covers(date)) {
            return "X";
        }
        return null;
    }

    /** A child below compulsory school age has no part-time timetable in law: they need not attend (X instead of C2). */
    static String byAge(String code, Pupil pupil, LocalDate date) {
        return code.equals("C2") && !CompulsoryAge.from(pupil.dateOfBirth()).covers(date) ? "X" : code;
    }

    /** The detail that goes with a code, or null: required for K, B and C2, at some schools for V, P, W and D too. */
    static @Nullable String detail(String code) {
        return switch (code) {
            case "K" -> "Hospital tuition arranged by the local authority";
            case "B" -> "Taster day at the further education college, supervised there";
            case "C2" -> "Part-time timetable agreed with the parent: mornings only until the review";
            case "V" -> "Class visit to the museum, led by school staff";
            case "P" -> "Swimming gala between schools";
            case "W" -> "Work experience placement approved by the school";
            case "D" -> "Due at the main school on Thursdays and Fridays";
            default -> null;
        };
    }

    /** Why an absence first marked N turned out to be what it was. */
    static String reason(String code) {
        return switch (code) {
            case "I" -> "Parent telephoned: unwell";
            case "G" -> "Parent confirmed a family holiday; no leave was granted";
            case "C" -> "Leave for exceptional circumstances had been granted by the head";
            case "M" -> "Appointment card seen";
            case "E" -> "Suspension recorded by the head";
            case "R" -> "Parent confirmed a day of religious observance";
            case "O" -> "Reason not established within five school days (reg 10(9))";
            default -> "Reason established with the parent";
        };
    }
}
