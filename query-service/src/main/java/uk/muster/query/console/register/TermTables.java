package uk.muster.query.console.register;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.code.AttendanceCodes;
import uk.muster.kernel.code.Tally;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.query.console.register.TermPage.Amended;
import uk.muster.query.console.register.TermPage.Day;
import uk.muster.query.console.register.TermPage.Half;
import uk.muster.query.console.register.TermPage.HalfTerm;
import uk.muster.query.console.register.TermPage.Row;
import uk.muster.query.console.register.TermPage.Week;
import uk.muster.query.console.shell.Addresses;
import uk.muster.query.console.shell.MarkLook;
import uk.muster.query.console.shell.Say;
import uk.muster.query.register.RegisterPage;
import uk.muster.query.register.RegisterPage.MarkLine;

/** Lays the registers of half terms out as tables, and numbers the marks that were amended. */
final class TermTables {

    private final Book book;
    private final List<Amended> amendments = new ArrayList<>();

    TermTables(Book book) {
        this.book = book;
    }

    /** Those of the half terms laid out so far, in the order of their cells. */
    List<Amended> amendments() {
        return List.copyOf(amendments);
    }

    HalfTerm of(Term term) {
        SequencedMap<RegisterId, RegisterPage> columns = new LinkedHashMap<>();
        book.registers().pages().forEach((id, page) -> {
            if (term.contains(id.session().date())) {
                columns.put(id, page);
            }
        });
        return new HalfTerm(
                term.name(),
                runs(columns.keySet(), id -> monday(id.session().date())).entrySet().stream()
                        .map(week -> new Week(
                                Say.shortDay(week.getKey()).substring("Mon ".length()),
                                Addresses.of(week.getValue().getFirst()),
                                week.getValue().size()))
                        .toList(),
                runs(columns.keySet(), id -> id.session().date()).entrySet().stream()
                        .map(day -> new Day(
                                Say.shortDay(day.getKey()).substring(0, 1),
                                day.getValue().size()))
                        .toList(),
                columns.entrySet().stream()
                        .map(column -> half(column.getKey(), column.getValue()))
                        .toList(),
                book.pupils().entrySet().stream()
                        .map(pupil -> new Row(
                                pupil.getKey(),
                                pupil.getValue(),
                                cells(pupil.getKey(), pupil.getValue(), columns),
                                counts(pupil.getKey(), columns.keySet())))
                        .toList());
    }

    /** Everybody's counts of all days. */
    List<Row> totals() {
        return book.pupils().entrySet().stream()
                .map(pupil -> new Row(
                        pupil.getKey(),
                        pupil.getValue(),
                        "",
                        counts(pupil.getKey(), book.registers().pages().keySet())))
                .toList();
    }

    /** Columns by what those side by side have in common. */
    private static <K> SequencedMap<K, List<RegisterId>> runs(
            Collection<RegisterId> columns, Function<RegisterId, K> common) {
        SequencedMap<K, List<RegisterId>> runs = new LinkedHashMap<>();
        columns.forEach(id ->
                runs.computeIfAbsent(common.apply(id), _ -> new ArrayList<>()).add(id));
        return runs;
    }

    private static Half half(RegisterId id, RegisterPage page) {
        String words =
                Say.shortDay(id.session().date()) + ", " + Say.half(id.session().half());
        return new Half(
                id.session().half().name().substring(0, 1), page.takenAt() == null ? words + ", not taken" : words);
    }

    /** A cell for each column: a letter, and a class unless the child is present. One that was amended leads to the list of amendments. */
    private String cells(String pupilId, String name, Map<RegisterId, RegisterPage> columns) {
        StringBuilder cells = new StringBuilder();
        columns.forEach((id, page) -> {
            MarkLine mark = book.of(pupilId).get(id);
            MarkLook look = mark != null
                    ? MarkLook.of(mark.code())
                    : page.missing().contains(pupilId) ? MarkLook.NONE : MarkLook.CLOSED;
            cells.append(look.letter() == null ? "<td>" : "<td class=\"" + look.letter() + "\">");
            if (mark == null || mark.amendments().isEmpty()) {
                cells.append(look.code());
            } else {
                cells.append("<a href=\"#m")
                        .append(number(name, id, mark))
                        .append("\">")
                        .append(look.code())
                        .append("</a>");
            }
            cells.append("</td>");
        });
        return cells.toString();
    }

    private int number(String name, RegisterId id, MarkLine mark) {
        int number = amendments.size() + 1;
        amendments.add(new Amended(
                number,
                name,
                Say.shortDay(id.session().date()) + ", " + Say.half(id.session().half()),
                Addresses.of(id),
                mark.amendments().stream().map(Cells::link).toList()));
        return number;
    }

    private List<Integer> counts(String pupilId, Collection<RegisterId> columns) {
        Map<RegisterId, MarkLine> marks = book.of(pupilId);
        List<AttendanceCode> codes = columns.stream()
                .filter(id -> book.registers().school().calendars().countsInRates(id.session()))
                .map(marks::get)
                .filter(Objects::nonNull)
                .map(mark -> AttendanceCodes.standard().get(mark.code()))
                .toList();
        Tally tally = Tally.of(codes);
        int late =
                (int) codes.stream().filter(code -> code.symbol().equals("L")).count();
        return List.of(tally.attended(), late, tally.authorisedAbsence(), tally.unauthorisedAbsence());
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
