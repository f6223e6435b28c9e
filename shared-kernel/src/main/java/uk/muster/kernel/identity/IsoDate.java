package uk.muster.kernel.identity;

import java.time.LocalDate;

/** Reads {@code 2026-09-07} by its digits: each fact that is read names its day, and a formatter showed in profiles of a year's reading. */
final class IsoDate {

    private static final int LENGTH = "2026-09-07".length();

    private IsoDate() {}

    /** @throws java.time.DateTimeException for what {@link LocalDate#parse} refuses */
    static LocalDate parse(String text) {
        if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return LocalDate.parse(text);
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, LENGTH);
        return year < 0 || month < 0 || day < 0 ? LocalDate.parse(text) : LocalDate.of(year, month, day);
    }

    /** Below 0 where these are not all digits. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
