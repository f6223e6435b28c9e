package uk.muster.query.atrisk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Cursor;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.code.Rate;
import uk.muster.kernel.figures.Figures;
import uk.muster.kernel.figures.Figures.Frame;
import uk.muster.kernel.figures.Rates;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Bands.Band;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.atrisk.Question.Asked;
import uk.muster.query.atrisk.Row.Order;
import uk.muster.query.clock.AsOf;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;
import uk.muster.query.sheet.Sheet;
import uk.muster.query.sheet.SheetPupil;
import uk.muster.query.sheet.Sheets;

/** Pupils on roll today, or on the day of an instant, of whom anything was possible this academic year, with what their year comes to. */
public final class AtRiskLists {

    private static final String LIST = "at-risk";
    private static final int KEYS = 5;
    private static final int DAYS_AFTER_MONDAY = 6;

    private final Sheets sheets;
    private final Schools schools;
    private final Pupils pupils;
    private final PupilOpener opener;
    private final InstantSource clock;

    public AtRiskLists(Sheets sheets, Schools schools, Pupils pupils, PupilOpener opener, InstantSource clock) {
        this.sheets = sheets;
        this.schools = schools;
        this.pupils = pupils;
        this.opener = opener;
        this.clock = clock;
    }

    /**
     * A page of the pupils of some schools.
     *
     * @param asOf what was known then, inclusive, of the year to the date of then; {@link Instant#MAX} for now
     * @param named whether names and the way to single records are shown
     * @throws uk.muster.http.problem.ProblemException 404 for a school that is not known, 422 and 403 as {@link Question} says, 400 for a cursor that
     *     is none
     */
    public Page<AtRiskLine> list(
            Collection<Urn> urns, Asked asked, Instant asOf, boolean named, PageLimit limit, @Nullable String cursor) {
        LocalDate today = AsOf.today(asOf, clock);
        Page<Row> page = page(urns, asked, asOf, named, limit, cursor);
        return new Page<>(
                page.items().stream().map(row -> line(row, named, today)).toList(), page.nextCursor());
    }

    /** The same of now, with the rates of each pupil's school weeks. */
    public Page<AtRiskPupil> listWithWeeks(
            Collection<Urn> urns, Asked asked, boolean named, PageLimit limit, @Nullable String cursor) {
        LocalDate today = AsOf.today(Instant.MAX, clock);
        Page<Row> page = page(urns, asked, Instant.MAX, named, limit, cursor);
        Map<Urn, List<LocalDate>> mondays = new HashMap<>();
        return new Page<>(
                page.items().stream()
                        .map(row -> new AtRiskPupil(
                                line(row, named, today),
                                weeks(
                                        row.listed(),
                                        mondays.computeIfAbsent(row.pupil().urn(), urn -> mondays(urn, today)))))
                        .toList(),
                page.nextCursor());
    }

    private Page<Row> page(
            Collection<Urn> urns, Asked asked, Instant asOf, boolean named, PageLimit limit, @Nullable String cursor) {
        Question question = Question.parse(
                asked, urns.stream().map(urn -> schools.require(urn, asOf)).toList(), named);
        LocalDate today = AsOf.today(asOf, clock);
        List<Row> rows = new ArrayList<>();
        for (Urn urn : urns) {
            addRows(sheets.of(urn, asOf), question, today, rows);
        }
        Comparator<Row.Key> order = question.order().comparator();
        Predicate<Row> isAfter = cursor == null ? _ -> true : isAfter(read(cursor, asOf, question.order()), order);
        List<Row> found = rows.stream()
                .filter(isAfter)
                .sorted(Comparator.comparing(Row::key, order))
                .limit(limit.value() + 1L)
                .toList();
        List<Row> page = found.subList(0, Math.min(found.size(), limit.value()));
        opener.prepare(page.stream().map(Row::pupil).toList());
        return new Page<>(
                page, found.size() > page.size() ? cursorAfter(page.getLast().key()) : null);
    }

    private void addRows(Sheet sheet, Question question, LocalDate today, List<Row> rows) {
        School school = sheet.school();
        Frame frame = Frame.on(today, school.calendars(), school.policy().bands());
        List<SheetPupil> asked = sheet.pupils().stream()
                .filter(pupil -> isAskedFor(pupil.state(), question, today))
                .toList();
        if (question.flag() != null || question.order() == Order.NAME) {
            opener.prepare(asked.stream().map(SheetPupil::state).toList());
        }
        for (SheetPupil pupil : asked) {
            PupilState state = pupil.state();
            Figures year = pupil.figures(frame);
            Band band = year.band();
            if (band != null
                    && (question.band() == null || question.band().equals(band.id()))
                    && (question.flag() == null || opener.flagsOf(state).contains(question.flag()))) {
                String name = question.order() == Order.NAME ? opener.sortingNameOf(state) : "";
                rows.add(
                        new Row(pupil, year, new Row.Key(year.rate(), year.trend(), name, sheet.urn(), state.pupil())));
            }
        }
    }

    private List<LocalDate> mondays(Urn urn, LocalDate today) {
        return schools.require(urn, Instant.MAX)
                .calendars()
                .schoolWeeks(AcademicYear.of(today).firstDay(), today);
    }

    private static List<Rate> weeks(SheetPupil pupil, List<LocalDate> mondays) {
        return mondays.stream()
                .map(monday -> Rates.between(pupil.strip(), monday, monday.plusDays(DAYS_AFTER_MONDAY)))
                .toList();
    }

    private static boolean isAskedFor(PupilState pupil, Question question, LocalDate today) {
        return pupil.onRoll(today)
                && (question.yearGroup() == null
                        || question.yearGroup().equals(pupil.placement().yearGroup()))
                && (question.group() == null || pupil.groupOn(today).equals(Optional.of(question.group())));
    }

    private AtRiskLine line(Row row, boolean named, LocalDate today) {
        PupilState pupil = row.pupil();
        Figures year = row.figures();
        Band previous = year.previousBand();
        String id = opener.idOf(pupil);
        return new AtRiskLine(
                id,
                pupil.urn(),
                named ? opener.nameOf(pupil) : null,
                pupil.groupOn(today).orElse(null),
                pupil.placement().yearGroup(),
                year.rate().percentage().orElseThrow(),
                year.rate().possible(),
                year.rate().attended(),
                Objects.requireNonNull(year.band()).id(),
                year.bandSince(),
                previous == null ? null : previous.id(),
                year.colour(),
                year.provisional(),
                year.persistentlyAbsent(),
                year.severelyAbsent(),
                year.trend(),
                opener.flagsOf(pupil),
                named ? "/api/v1/schools/" + pupil.urn() + "/pupils/" + id + "/attendance" : null);
    }

    /** Without the name, for a cursor stands in a URL; who stood there is asked for their name again. */
    private static String cursorAfter(Row.Key last) {
        return Cursor.after(
                LIST,
                Integer.toString(last.rate().attended()),
                Integer.toString(last.rate().possible()),
                last.trend() == null ? "" : last.trend().toPlainString(),
                last.urn().toString(),
                last.number().value());
    }

    private Row.Key read(String cursor, Instant asOf, Order order) {
        List<String> keys = Cursor.read(LIST, KEYS, cursor);
        Urn urn = Urn.parse(keys.get(3));
        PupilNumber number = new PupilNumber(keys.get(4));
        return new Row.Key(
                new Rate(Integer.parseInt(keys.get(0)), Integer.parseInt(keys.get(1))),
                keys.get(2).isEmpty() ? null : new BigDecimal(keys.get(2)),
                order == Order.NAME ? sortingName(urn, number, asOf) : "",
                urn,
                number);
    }

    private String sortingName(Urn urn, PupilNumber number, Instant asOf) {
        return Optional.ofNullable(pupils.all(urn, List.of(number), asOf).get(number))
                .map(pupil -> opener.sortingNameOf(pupil.state()))
                .orElseThrow(() -> Problem.malformed("The cursor is not one that this list answered.")
                        .asException());
    }

    private static Predicate<Row> isAfter(Row.Key last, Comparator<Row.Key> order) {
        return row -> order.compare(row.key(), last) > 0;
    }
}
