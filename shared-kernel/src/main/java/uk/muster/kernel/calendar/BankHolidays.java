package uk.muster.kernel.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.muster.kernel.identity.AcademicYear;

/**
 * Bank holidays of England and Wales, from {@code bank-holidays.csv} (as GOV.UK publishes them). A list and never a formula: holidays
 * are moved and added by proclamation. For years that are not in the list nothing is said.
 */
public final class BankHolidays {

    private static final SortedMap<AcademicYear, SortedMap<LocalDate, String>> BY_YEAR = read("/bank-holidays.csv");

    private BankHolidays() {}

    /** Whether the list has that academic year. */
    public static boolean isKnown(AcademicYear year) {
        return BY_YEAR.containsKey(year);
    }

    /** The bank holidays of an academic year and their names; none when the year is not known. */
    public static SortedMap<LocalDate, String> of(AcademicYear year) {
        return BY_YEAR.getOrDefault(year, Collections.emptySortedMap());
    }

    private static SortedMap<AcademicYear, SortedMap<LocalDate, String>> read(String resource) {
        try (InputStream in = BankHolidays.class.getResourceAsStream(resource)) {
            Objects.requireNonNull(in, resource);
            SortedMap<AcademicYear, SortedMap<LocalDate, String>> years = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> {
                        String[] fields = line.split(",", 2);
                        LocalDate date = LocalDate.parse(fields[0]);
                        years.computeIfAbsent(AcademicYear.of(date), y -> new TreeMap<>())
                                .put(date, fields[1]);
                    });
            return Collections.unmodifiableSortedMap(years);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
