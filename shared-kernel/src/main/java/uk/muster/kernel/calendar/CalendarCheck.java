package uk.muster.kernel.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.muster.kernel.identity.SessionHalf;

/** What forbids publishing a calendar, and what a person should look at before the term begins. */
final class CalendarCheck {

    /** 190 days of two sessions (Education (School Day and School Year) (England) Regulations 1999, reg 3). */
    private static final int SESSIONS_OF_A_YEAR = 380;

    private CalendarCheck() {}

    static List<CalendarFault> faults(SchoolCalendar calendar) {
        List<CalendarFault> faults = new ArrayList<>();
        if (calendar.terms().isEmpty()) {
            faults.add(new CalendarFault("/terms", "A calendar has at least one half term."));
        }
        for (int i = 0; i < calendar.terms().size(); i++) {
            checkTerm(calendar, i, faults);
        }
        Map<LocalDate, Set<SessionHalf>> closed = new HashMap<>();
        for (int i = 0; i < calendar.closures().size(); i++) {
            checkClosure(calendar, i, closed, faults);
        }
        return List.copyOf(faults);
    }

    private static void checkTerm(SchoolCalendar calendar, int i, List<CalendarFault> faults) {
        Term term = calendar.terms().get(i);
        String pointer = "/terms/" + i;
        if (term.name().isBlank()) {
            faults.add(new CalendarFault(pointer + "/name", "A half term has a name."));
        }
        if (!calendar.year().contains(term.from())) {
            faults.add(new CalendarFault(pointer + "/from", outside(calendar, term.from())));
        }
        if (!calendar.year().contains(term.to())) {
            faults.add(new CalendarFault(pointer + "/to", outside(calendar, term.to())));
        }
        if (term.to().isBefore(term.from())) {
            faults.add(new CalendarFault(
                    pointer + "/to",
                    "The half term ends on " + term.to() + ", before it begins on " + term.from() + "."));
        }
        if (i > 0) {
            checkOrder(calendar.terms().get(i - 1), term, pointer, faults);
        }
    }

    private static void checkOrder(Term before, Term term, String pointer, List<CalendarFault> faults) {
        if (term.from().isBefore(before.from())) {
            faults.add(new CalendarFault(
                    pointer + "/from",
                    "Half terms are listed in order: this one begins on " + term.from()
                            + ", before the one listed before it."));
        } else if (!term.from().isAfter(before.to())) {
            faults.add(new CalendarFault(
                    pointer + "/from",
                    "The half term begins on " + term.from() + ", when the one before it has not ended (" + before.to()
                            + ")."));
        }
    }

    private static void checkClosure(
            SchoolCalendar calendar, int i, Map<LocalDate, Set<SessionHalf>> closed, List<CalendarFault> faults) {
        Closure closure = calendar.closures().get(i);
        String pointer = "/closures/" + i + "/date";
        if (SchoolCalendars.isWeekend(closure.date())) {
            faults.add(new CalendarFault(
                    pointer, closure.date() + " is a " + weekday(closure.date()) + ", when school is closed anyway."));
        }
        if (calendar.terms().stream().noneMatch(term -> term.contains(closure.date()))) {
            faults.add(new CalendarFault(pointer, closure.date() + " lies in no half term of this calendar."));
        }
        Set<SessionHalf> halves = closed.computeIfAbsent(closure.date(), d -> EnumSet.noneOf(SessionHalf.class));
        boolean again = false;
        for (SessionHalf half : SessionHalf.values()) {
            again |= closure.covers(half) && !halves.add(half);
        }
        if (again) {
            faults.add(new CalendarFault(pointer, closure.date() + " is closed by an earlier entry already."));
        }
    }

    static List<String> warnings(SchoolCalendar calendar) {
        List<String> warnings = new ArrayList<>();
        int sessions = SchoolCalendars.of(List.of(calendar), List.of())
                .sessions(calendar.year().firstDay(), calendar.year().lastDay())
                .size();
        if (sessions != SESSIONS_OF_A_YEAR) {
            warnings.add("The year has " + sessions + " sessions; a maintained school's has at least "
                    + SESSIONS_OF_A_YEAR + ".");
        }
        for (Term term : calendar.terms()) {
            warnOfWeekend(term.name() + " begins on ", term.from()).ifPresent(warnings::add);
            warnOfWeekend(term.name() + " ends on ", term.to()).ifPresent(warnings::add);
        }
        warnOfBankHolidays(calendar, warnings);
        return List.copyOf(warnings);
    }

    private static void warnOfBankHolidays(SchoolCalendar calendar, List<String> warnings) {
        BankHolidays.of(calendar.year()).forEach((date, name) -> {
            boolean inTerm = calendar.terms().stream().anyMatch(term -> term.contains(date));
            boolean declared = calendar.closures().stream()
                    .anyMatch(closure -> closure.date().equals(date) && closure.session() == null);
            if (inTerm && !declared) {
                warnings.add(date + " (" + name + ") is a bank holiday, but the calendar has the school open.");
            }
        });
        for (Closure closure : calendar.closures()) {
            if (closure.kind() == ClosureKind.BANK_HOLIDAY
                    && BankHolidays.isKnown(calendar.year())
                    && !BankHolidays.of(calendar.year()).containsKey(closure.date())) {
                warnings.add(closure.date() + ", a " + weekday(closure.date()) + ", is no bank holiday of England.");
            }
        }
    }

    private static Optional<String> warnOfWeekend(String what, LocalDate date) {
        return SchoolCalendars.isWeekend(date)
                ? Optional.of(what + date + ", a " + weekday(date) + ".")
                : Optional.empty();
    }

    private static String outside(SchoolCalendar calendar, LocalDate date) {
        return date + " is outside the academic year " + calendar.year() + ", 1 August to 31 July.";
    }

    private static String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
