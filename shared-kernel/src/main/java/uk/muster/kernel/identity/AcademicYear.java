package uk.muster.kernel.identity;

import java.time.LocalDate;

/**
 * A school year, by the calendar year it begins in. It runs from 1 August to 31 July: the law's year begins with the first term after
 * July (Education Act 1996 s579(1)). Printed {@code 2026-27}.
 */
public record AcademicYear(int startYear) implements Comparable<AcademicYear> {

    public AcademicYear {
        if (startYear < 1990 || startYear > 2200) {
            throw new IllegalArgumentException("An academic year begins between 1990 and 2200.");
        }
    }

    public static AcademicYear of(LocalDate date) {
        return new AcademicYear(date.getMonthValue() >= 8 ? date.getYear() : date.getYear() - 1);
    }

    /** @throws IllegalArgumentException when the text is not of the form {@code 2026-27} */
    public static AcademicYear parse(String text) {
        if (text.length() == 7 && text.charAt(4) == '-') {
            try {
                AcademicYear year = new AcademicYear(Integer.parseInt(text.substring(0, 4)));
                if (year.toString().equals(text)) {
                    return year;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("An academic year is written 2026-27.", e);
            }
        }
        throw new IllegalArgumentException("An academic year is written 2026-27.");
    }

    public LocalDate firstDay() {
        return LocalDate.of(startYear, 8, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(startYear + 1, 7, 31);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(firstDay()) && !date.isAfter(lastDay());
    }

    @Override
    public int compareTo(AcademicYear other) {
        return Integer.compare(startYear, other.startYear);
    }

    @Override
    public String toString() {
        int end = (startYear + 1) % 100;
        return startYear + (end < 10 ? "-0" : "-") + end;
    }
}
