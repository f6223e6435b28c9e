package uk.muster.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.calendar.UnplannedClosure.Extent;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

class SchoolCalendarsTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 9, 30);

    /** A calendar as anyone would write it down: the facts, asked day by day. */
    record Facts(List<SchoolCalendar> calendars, List<UnplannedClosure> unplanned) {

        boolean open(SessionKey session) {
            boolean inTerm = calendars.stream()
                    .flatMap(c -> c.terms().stream())
                    .anyMatch(t -> !session.date().isBefore(t.from())
                            && !session.date().isAfter(t.to()));
            boolean closed = calendars.stream()
                    .flatMap(c -> c.closures().stream())
                    .anyMatch(c ->
                            c.date().equals(session.date()) && (c.session() == null || c.session() == session.half()));
            return inTerm && !closed && session.date().getDayOfWeek().getValue() <= 5;
        }

        boolean lost(SessionKey session, Extent... extents) {
            return unplanned.stream()
                    .anyMatch(c -> c.date().equals(session.date())
                            && (c.session() == null || c.session() == session.half())
                            && List.of(extents).contains(c.extent()));
        }

        boolean schoolDay(LocalDate date) {
            return halves(date).stream().anyMatch(s -> open(s) && !lost(s, Extent.WHOLE));
        }

        static List<SessionKey> halves(LocalDate date) {
            return List.of(new SessionKey(date, SessionHalf.AM), new SessionKey(date, SessionHalf.PM));
        }

        SchoolCalendars merged() {
            return SchoolCalendars.of(calendars, unplanned);
        }
    }

    @Property(tries = 200)
    void everySessionIsAsTheFactsSay(@ForAll("facts") Facts facts) {
        SchoolCalendars calendars = facts.merged();
        List<SessionKey> expected = new ArrayList<>();
        for (LocalDate date = FIRST; date.isBefore(LAST); date = date.plusDays(1)) {
            for (SessionKey session : Facts.halves(date)) {
                assertThat(calendars.isOpen(session)).isEqualTo(facts.open(session));
                assertThat(calendars.countsInRates(session))
                        .isEqualTo(facts.open(session) && !facts.lost(session, Extent.WHOLE, Extent.PART));
                if (facts.open(session)) {
                    expected.add(session);
                }
            }
            assertThat(calendars.isSchoolDay(date)).isEqualTo(facts.schoolDay(date));
        }
        assertThat(calendars.sessions(FIRST, LAST)).isEqualTo(expected);
    }

    @Property(tries = 200)
    void rangesHoldTheSchoolDaysAndWeeksOfTheFacts(
            @ForAll("facts") Facts facts, @ForAll("dates") LocalDate from, @ForAll("dates") LocalDate to) {
        SchoolCalendars calendars = facts.merged();
        List<LocalDate> days = new ArrayList<>();
        List<SessionKey> sessions = new ArrayList<>();
        TreeSet<LocalDate> weeks = new TreeSet<>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            if (facts.schoolDay(date)) {
                days.add(date);
            }
            Facts.halves(date).stream().filter(facts::open).forEach(sessions::add);
            LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            for (int i = 0; i < 7; i++) {
                if (facts.schoolDay(monday.plusDays(i))) {
                    weeks.add(monday);
                }
            }
        }
        assertThat(calendars.schoolDays(from, to)).isEqualTo(days);
        assertThat(calendars.lastSchoolDay(from, to))
                .isEqualTo(days.isEmpty() ? Optional.empty() : Optional.of(days.getLast()));
        assertThat(calendars.sessions(from, to)).isEqualTo(sessions);
        assertThat(calendars.schoolWeeks(from, to)).isEqualTo(List.copyOf(weeks));
        long after = days.stream().filter(day -> day.isAfter(from)).count();
        assertThat(calendars.schoolDaysBetween(from, to)).isEqualTo((int) after);
    }

    @Property(tries = 200)
    void theNthSchoolDayHasNSchoolDaysUpToIt(
            @ForAll("facts") Facts facts, @ForAll("dates") LocalDate date, @ForAll @IntRange(min = 1, max = 25) int n) {
        SchoolCalendars calendars = facts.merged();
        Optional<LocalDate> day = calendars.nextSchoolDay(date, n);
        if (day.isEmpty()) {
            assertThat(calendars.schoolDaysBetween(date, LAST)).isLessThan(n);
        } else {
            assertThat(facts.schoolDay(day.get())).isTrue();
            assertThat(calendars.schoolDaysBetween(date, day.get())).isEqualTo(n);
        }
    }

    @Test
    void publishedCalendarsHaveTheDaysAndWeeksThatTheirSchoolsCount() {
        assertDaysAndWeeks(PublishedCalendars.CRABTREE_2024, 190, 40);
        assertDaysAndWeeks(PublishedCalendars.SIDMOUTH_2024, 189, 39);
        assertDaysAndWeeks(PublishedCalendars.SHADE_2026, 190, 40);
    }

    @Test
    void fiveSchoolDaysRunAcrossTheHalfTerm() {
        SchoolCalendars calendars = SchoolCalendars.of(List.of(PublishedCalendars.SHADE_2026), List.of());
        // Friday before half term: Monday 2 November is day 1.
        assertThat(calendars.nextSchoolDay(LocalDate.of(2026, 10, 23), 5)).contains(LocalDate.of(2026, 11, 6));
        assertThat(calendars.schoolDaysBetween(LocalDate.of(2026, 10, 23), LocalDate.of(2026, 11, 6)))
                .isEqualTo(5);
        assertThat(calendars.schoolDaysBetween(LocalDate.of(2026, 11, 6), LocalDate.of(2026, 10, 23)))
                .isZero();
    }

    @Test
    void snowMovesDeadlinesAndCountsInNoRateButRegistersAreStillAccepted() {
        LocalDate monday = LocalDate.of(2027, 1, 11);
        List<UnplannedClosure> snow = monday.datesUntil(monday.plusDays(5))
                .map(date -> new UnplannedClosure(date, null, Extent.WHOLE))
                .toList();
        SchoolCalendars calendars = SchoolCalendars.of(List.of(PublishedCalendars.SHADE_2026), snow);
        SessionKey session = new SessionKey(monday, SessionHalf.AM);
        assertThat(calendars.isOpen(session)).isTrue();
        assertThat(calendars.countsInRates(session)).isFalse();
        assertThat(calendars.isSchoolDay(monday)).isFalse();
        assertThat(calendars.nextSchoolDay(LocalDate.of(2027, 1, 8), 1)).contains(LocalDate.of(2027, 1, 18));
        assertThat(calendars.schoolWeeks(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 24)))
                .containsExactly(LocalDate.of(2027, 1, 4), LocalDate.of(2027, 1, 18));
    }

    @Test
    void aSchoolClosedInPartIsOpen() {
        LocalDate monday = LocalDate.of(2027, 1, 11);
        SchoolCalendars calendars = SchoolCalendars.of(
                List.of(PublishedCalendars.SHADE_2026), List.of(new UnplannedClosure(monday, null, Extent.PART)));
        assertThat(calendars.isSchoolDay(monday)).isTrue();
        assertThat(calendars.countsInRates(new SessionKey(monday, SessionHalf.PM)))
                .isFalse();
    }

    @Test
    void anUnplannedClosureOfADayWithoutSchoolChangesNothing() {
        SchoolCalendars calendars = SchoolCalendars.of(
                List.of(PublishedCalendars.SHADE_2026),
                List.of(
                        new UnplannedClosure(LocalDate.of(2020, 1, 1), null, Extent.WHOLE),
                        new UnplannedClosure(LocalDate.of(2030, 1, 1), null, Extent.WHOLE)));
        assertThat(calendars.schoolDays(FIRST, LAST)).hasSize(190);
        assertThat(SchoolCalendars.NONE.lastSchoolDay(FIRST, LAST)).isEmpty();
    }

    @Test
    void deadlinesRunIntoTheNextYear() {
        SchoolCalendars calendars =
                SchoolCalendars.of(List.of(PublishedCalendars.SHADE_2026, PublishedCalendars.CRABTREE_2024), List.of());
        assertThat(calendars.nextSchoolDay(LocalDate.of(2025, 7, 23), 1)).contains(LocalDate.of(2026, 9, 2));
        assertThat(calendars.nextSchoolDay(LocalDate.of(2027, 7, 21), 1)).isEmpty();
    }

    @Test
    void aDayLiesInItsHalfTermOrInTheHolidays() {
        SchoolCalendars calendars = SchoolCalendars.of(List.of(PublishedCalendars.SHADE_2026), List.of());
        assertThat(calendars.termOf(LocalDate.of(2026, 10, 23)).map(Term::name)).contains("Half term 1");
        assertThat(calendars.termOf(LocalDate.of(2026, 10, 24))).isEmpty();
    }

    @Test
    void aSchoolWithoutCalendarIsNeverOpen() {
        assertThat(SchoolCalendars.NONE.isSchoolDay(LocalDate.of(1970, 1, 1))).isFalse();
        assertThat(SchoolCalendars.NONE.nextSchoolDay(LocalDate.of(2026, 9, 1), 1))
                .isEmpty();
        assertThat(SchoolCalendars.NONE.sessions(FIRST, LAST)).isEmpty();
        assertThat(SchoolCalendars.NONE.isOpen(new SessionKey(LocalDate.MAX, SessionHalf.AM)))
                .isFalse();
    }

    @Test
    void theNextSchoolDayIsNeverTheDayItself() {
        assertThatThrownBy(() -> SchoolCalendars.NONE.nextSchoolDay(LocalDate.of(2026, 9, 1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertDaysAndWeeks(SchoolCalendar calendar, int days, int weeks) {
        assertThat(calendar.faults()).isEmpty();
        SchoolCalendars calendars = SchoolCalendars.of(List.of(calendar), List.of());
        assertThat(calendars.schoolDays(FIRST, LAST)).hasSize(days);
        assertThat(calendars.schoolWeeks(FIRST, LAST)).hasSize(weeks);
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, 1_180).map(FIRST::plusDays);
    }

    /** One or two years of up to six half terms with closures anywhere, also where there is no school. */
    @Provide
    Arbitrary<Facts> facts() {
        Arbitrary<List<SchoolCalendar>> calendars = Combinators.combine(
                        calendar(2024), calendar(2026), Arbitraries.of(true, false))
                .as((one, other, both) -> both ? List.of(other, one) : List.of(one));
        Arbitrary<UnplannedClosure> unplanned = Combinators.combine(
                        dates(), Arbitraries.of(SessionHalf.class).injectNull(0.5), Arbitraries.of(Extent.class))
                .as(UnplannedClosure::new);
        return Combinators.combine(calendars, unplanned.list().ofMaxSize(40)).as(Facts::new);
    }

    private Arbitrary<SchoolCalendar> calendar(int year) {
        AcademicYear academicYear = new AcademicYear(year);
        Arbitrary<List<Term>> terms = Arbitraries.integers()
                .between(0, 360)
                .set()
                .ofMinSize(2)
                .ofMaxSize(12)
                .map(days -> {
                    List<Integer> sorted = List.copyOf(new TreeSet<>(days));
                    List<Term> made = new ArrayList<>();
                    for (int i = 0; i + 1 < sorted.size(); i += 2) {
                        LocalDate first = academicYear.firstDay();
                        made.add(new Term("T" + i, first.plusDays(sorted.get(i)), first.plusDays(sorted.get(i + 1))));
                    }
                    return made;
                });
        Arbitrary<Closure> closure = Combinators.combine(
                        Arbitraries.integers().between(0, 364).map(academicYear.firstDay()::plusDays),
                        Arbitraries.of(ClosureKind.class),
                        Arbitraries.of(SessionHalf.class).injectNull(0.5))
                .as(Closure::new);
        return Combinators.combine(terms, closure.list().ofMaxSize(20))
                .as((made, closures) -> new SchoolCalendar(academicYear, made, closures));
    }
}
