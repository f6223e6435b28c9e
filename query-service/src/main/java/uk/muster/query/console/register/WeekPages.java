package uk.muster.query.console.register;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.query.console.register.WeekPage.Column;
import uk.muster.query.console.register.WeekPage.Row;
import uk.muster.query.console.shell.Addresses;
import uk.muster.query.console.shell.Say;
import uk.muster.query.register.RegisterPage;

/** Puts a class's week together. */
final class WeekPages {

    private static final int SCHOOL_DAYS = 5;

    private final BookReader books;
    private final InstantSource clock;

    WeekPages(BookReader books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    /**
     * The week of a register.
     *
     * @throws uk.muster.http.problem.ProblemException 404 where school or group is not known
     */
    WeekPage of(Question question) {
        RegisterId chosen = question.chosen();
        LocalDate today = London.dateOf(clock.instant());
        LocalDate monday = question.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate nextMonday = monday.plusWeeks(1);
        Book book = books.read(question, monday, monday.plusDays(SCHOOL_DAYS - 1L));
        List<RegisterId> week = week(chosen, monday);
        return new WeekPage(
                chosen.group().value(),
                "Week of " + Say.date(monday),
                Addresses.of(chosen),
                href(chosen, monday.minusWeeks(1)),
                nextMonday.isAfter(today) ? null : href(chosen, nextMonday),
                week.stream()
                        .map(id -> column(id, page(book, id, today), chosen))
                        .toList(),
                book.pupils().entrySet().stream()
                        .map(pupil -> row(book, pupil.getKey(), pupil.getValue(), week, today))
                        .toList(),
                question.printed(),
                question.said(),
                Moment.of(book.registers().instants(), question.asOf()),
                book.summary(),
                question.sight().links(),
                question.sight().mayAmend() && question.isOfNow());
    }

    private static List<RegisterId> week(RegisterId chosen, LocalDate monday) {
        List<RegisterId> week = new ArrayList<>();
        for (int day = 0; day < SCHOOL_DAYS; day++) {
            for (SessionHalf half : SessionHalf.values()) {
                week.add(new RegisterId(chosen.urn(), new SessionKey(monday.plusDays(day), half), chosen.group()));
            }
        }
        return week;
    }

    /** Null for a session that is not to be held, or not yet. */
    private static @Nullable RegisterPage page(Book book, RegisterId id, LocalDate today) {
        return id.session().date().isAfter(today)
                ? null
                : book.registers().pages().get(id);
    }

    private static Column column(RegisterId id, @Nullable RegisterPage page, RegisterId chosen) {
        return new Column(
                Say.shortDay(id.session().date()),
                id.session().half().name(),
                Addresses.of(id),
                page == null ? "" : taken(page),
                id.equals(chosen));
    }

    private static String taken(RegisterPage page) {
        return page.takenAt() == null ? "not taken" : Say.time(page.takenAt()) + ", " + Say.person(page.takenBy());
    }

    private static Row row(Book book, String pupilId, String name, List<RegisterId> week, LocalDate today) {
        return new Row(
                pupilId,
                name,
                week.stream()
                        .map(id -> Cells.of(
                                pupilId,
                                id,
                                page(book, id, today) != null,
                                book.of(pupilId).get(id)))
                        .toList());
    }

    private static String href(RegisterId id, LocalDate day) {
        return Addresses.of(
                new RegisterId(id.urn(), new SessionKey(day, id.session().half()), id.group()));
    }
}
