package uk.muster.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/**
 * A school's calendars of all years together with its unplanned closures: which sessions there are, and how school days and school
 * weeks are counted across holidays and years. A date of a year without a calendar is no school day.
 *
 * <p>Immutable; every look-up of a date is a look-up of a bit.
 */
public final class SchoolCalendars {

    /** A school without any calendar: never open. */
    public static final SchoolCalendars NONE = new SchoolCalendars(List.of(), List.of());

    private final List<Term> terms;
    private final LocalDate origin;
    private final int days;
    private final BitSet planned = new BitSet();
    private final BitSet held = new BitSet();
    private final BitSet counted = new BitSet();
    private final BitSet schoolDays = new BitSet();

    private SchoolCalendars(Collection<SchoolCalendar> calendars, Collection<UnplannedClosure> unplanned) {
        terms = calendars.stream()
                .flatMap(c -> c.terms().stream())
                .sorted(Comparator.comparing(Term::from))
                .toList();
        origin = terms.isEmpty() ? LocalDate.EPOCH : monday(terms.getFirst().from());
        days = terms.isEmpty() ? 0 : (int) day(terms.getLast().to()) + 1;
        terms.forEach(this::open);
        calendars.forEach(c -> c.closures().forEach(this::close));
        held.or(planned);
        counted.or(planned);
        unplanned.forEach(this::close);
        held.stream().forEach(bit -> schoolDays.set(bit / 2));
    }

    /** @param calendars at most one of each academic year */
    public static SchoolCalendars of(Collection<SchoolCalendar> calendars, Collection<UnplannedClosure> unplanned) {
        return new SchoolCalendars(calendars, unplanned);
    }

    /** Whether the published calendar has this session, so that a register of it is accepted. An unplanned closure changes nothing here. */
    public boolean isOpen(SessionKey session) {
        return has(planned, session);
    }

    /** Whether the session counts in rates: in the published calendar, and the school not closed unexpectedly, in whole or in part. */
    public boolean countsInRates(SessionKey session) {
        return has(counted, session);
    }

    /** The same of a session's {@link SessionKey#ordinal}, for whoever looks at thousands. */
    public boolean countsInRates(int ordinal) {
        long day = Math.floorDiv(ordinal, 2) - origin.toEpochDay();
        return day >= 0 && day < days && counted.get((int) day * 2 + Math.floorMod(ordinal, 2));
    }

    /**
     * Whether the school was open for at least one session of that date. Holidays, closures and unplanned closures of the whole site are
     * no school days, so that no deadline runs through them (G-03).
     */
    public boolean isSchoolDay(LocalDate date) {
        long day = day(date);
        return day >= 0 && day < days && schoolDays.get((int) day);
    }

    /** The school days from the first date to the last, both inclusive, in order. */
    public List<LocalDate> schoolDays(LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        long last = day(to);
        for (int day = schoolDays.nextSetBit(first(from));
                day >= 0 && day <= last;
                day = schoolDays.nextSetBit(day + 1)) {
            days.add(origin.plusDays(day));
        }
        return days;
    }

    /** The last of the {@link #schoolDays school days} of the range. */
    public Optional<LocalDate> lastSchoolDay(LocalDate from, LocalDate to) {
        int day = schoolDays.previousSetBit((int) Math.clamp(day(to), -1L, days - 1L));
        return day < 0 || day < day(from) ? Optional.empty() : Optional.of(origin.plusDays(day));
    }

    /**
     * The n-th school day after a date, which itself never counts (reg 10(7) to (9) count so for code N).
     *
     * @param n 1 or more
     * @return empty when the published calendars end before it
     */
    public Optional<LocalDate> nextSchoolDay(LocalDate date, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("The next school day is the first after the date, or a later one.");
        }
        int day = schoolDays.nextSetBit(first(date.plusDays(1)));
        for (int i = 1; i < n && day >= 0; i++) {
            day = schoolDays.nextSetBit(day + 1);
        }
        return day < 0 ? Optional.empty() : Optional.of(origin.plusDays(day));
    }

    /** How many school days lie after the first date, up to and including the second; the day of the first is day 0. Never negative. */
    public int schoolDaysBetween(LocalDate from, LocalDate to) {
        return schoolDays(from.plusDays(1), to).size();
    }

    /**
     * The school weeks that have a day in the range, both ends inclusive, each by its Monday: a Monday-to-Sunday week with at least one
     * session held (G-04). A week lost to an unplanned closure of the whole site is none.
     */
    public List<LocalDate> schoolWeeks(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return List.of();
        }
        LocalDate sunday = to.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return schoolDays(monday(from), sunday).stream()
                .map(SchoolCalendars::monday)
                .distinct()
                .toList();
    }

    /** Every school week of the calendars, as {@link #schoolWeeks(LocalDate, LocalDate)} gives them. */
    public List<LocalDate> schoolWeeks() {
        return days == 0 ? List.of() : schoolWeeks(origin, origin.plusDays(days - 1L));
    }

    /** The sessions of the published calendar from the first date to the last, both inclusive, in order. */
    public List<SessionKey> sessions(LocalDate from, LocalDate to) {
        List<SessionKey> sessions = new ArrayList<>();
        long last = day(to) * 2 + 1;
        for (int bit = planned.nextSetBit(first(from) * 2);
                bit >= 0 && bit <= last;
                bit = planned.nextSetBit(bit + 1)) {
            sessions.add(new SessionKey(origin.plusDays(bit / 2), bit % 2 == 0 ? SessionHalf.AM : SessionHalf.PM));
        }
        return sessions;
    }

    /** The half term that date lies in; empty in the holidays. */
    public Optional<Term> termOf(LocalDate date) {
        return terms.stream().filter(term -> term.contains(date)).findFirst();
    }

    /**
     * All half terms of a date's term together: those of its academic year that begin from August to December, from January to March, or later.
     * Empty in the holidays.
     */
    public Optional<Term> wholeTermOf(LocalDate date) {
        return termOf(date).map(half -> {
            List<Term> halves = terms.stream()
                    .filter(term -> AcademicYear.of(term.from()).equals(AcademicYear.of(half.from()))
                            && third(term) == third(half))
                    .toList();
            return new Term(
                    halves.getFirst().name(),
                    halves.getFirst().from(),
                    halves.getLast().to());
        });
    }

    private static int third(Term term) {
        int month = term.from().getMonthValue();
        return month > 7 ? 0 : month < 4 ? 1 : 2;
    }

    private void open(Term term) {
        for (LocalDate date = term.from(); !date.isAfter(term.to()); date = date.plusDays(1)) {
            if (!isWeekend(date)) {
                int bit = (int) day(date) * 2;
                planned.set(bit, bit + 2);
            }
        }
    }

    private void close(Closure closure) {
        for (SessionHalf half : SessionHalf.values()) {
            if (closure.covers(half)) {
                clear(planned, closure.date(), half);
            }
        }
    }

    private void close(UnplannedClosure closure) {
        for (SessionHalf half : SessionHalf.values()) {
            if (closure.covers(half)) {
                clear(counted, closure.date(), half);
                if (closure.extent() == UnplannedClosure.Extent.WHOLE) {
                    clear(held, closure.date(), half);
                }
            }
        }
    }

    private void clear(BitSet sessions, LocalDate date, SessionHalf half) {
        if (day(date) >= 0 && day(date) < days) {
            sessions.clear(bit(day(date), half));
        }
    }

    private boolean has(BitSet sessions, SessionKey session) {
        long day = day(session.date());
        return day >= 0 && day < days && sessions.get(bit(day, session.half()));
    }

    private static int bit(long day, SessionHalf half) {
        return (int) day * 2 + (half == SessionHalf.AM ? 0 : 1);
    }

    private long day(LocalDate date) {
        return ChronoUnit.DAYS.between(origin, date);
    }

    private int first(LocalDate date) {
        return Math.clamp(day(date), 0, days);
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
