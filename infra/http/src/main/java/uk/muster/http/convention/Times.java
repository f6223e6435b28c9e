package uk.muster.http.convention;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;

/** Dates and instants as the contract writes them. Years have four digits, and an instant is as fine as a microsecond. */
public final class Times {

    /** What {@link #date} wants, to follow "This must be ". */
    public static final String DATE_WANTED = "a date such as 2026-09-07";

    /** What {@link #instant} wants, to follow "This must be ". */
    public static final String INSTANT_WANTED = "an instant with offset such as 2026-09-07T08:45:00+01:00";

    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();
    private static final int DATE_LENGTH = 10;
    private static final int YEAR_LENGTH = 4;

    private Times() {}

    /**
     * An ISO local date.
     *
     * @throws DateTimeException when the text is anything else
     */
    public static LocalDate date(String text) {
        if (text.length() != DATE_LENGTH) {
            throw new DateTimeException("A date is written 2026-09-07.");
        }
        return LocalDate.parse(text);
    }

    /**
     * An ISO 8601 instant with offset, cut to microseconds.
     *
     * @throws DateTimeException when the text is anything else
     */
    public static Instant instant(String text) {
        if (text.indexOf('-') != YEAR_LENGTH) {
            throw new DateTimeException("An instant is written 2026-09-07T08:45:00+01:00.");
        }
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The instant in UTC with six decimals, such as {@code 2026-09-07T07:45:00.000000Z}: what {@code asOf} is compared in. */
    public static String print(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
