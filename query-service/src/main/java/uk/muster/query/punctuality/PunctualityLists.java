package uk.muster.query.punctuality;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Cursor;
import uk.muster.http.convention.PageLimit;
import uk.muster.kernel.figures.Lateness;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.clock.AsOf;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.sheet.Days;
import uk.muster.query.sheet.Sheet;
import uk.muster.query.sheet.SheetPupil;
import uk.muster.query.sheet.Sheets;

/** Pupils on roll today who were late, the most often first. */
public final class PunctualityLists {

    private static final String LIST = "punctuality";
    private static final int KEYS = 4;

    /** Most times first; of those the most after the register closed, the most minutes, and then in an order that is the same each time. */
    private static final Comparator<Key> ORDER = Comparator.comparing(
                    (Key key) -> key.lateness().times(), Comparator.reverseOrder())
            .thenComparing(key -> key.lateness().lateAfterClose(), Comparator.reverseOrder())
            .thenComparing(key -> key.lateness().minutes(), Comparator.reverseOrder())
            .thenComparing(Key::number);

    private final Sheets sheets;
    private final PupilOpener opener;
    private final InstantSource clock;

    public PunctualityLists(Sheets sheets, PupilOpener opener, InstantSource clock) {
        this.sheets = sheets;
        this.opener = opener;
        this.clock = clock;
    }

    private record Key(Lateness lateness, PupilNumber number) {}

    private record Row(PupilState pupil, Key key) {}

    /**
     * A page of those who were late.
     *
     * @param from,to first and last day, both inclusive; this half term, or in the holidays the last one, where they are left out
     * @param asOf what was known then, inclusive, on the day of then; {@link Instant#MAX} for now
     * @throws uk.muster.http.problem.ProblemException 404 for a school that is not known, 422 for days in the wrong order or before last year's, 400 for a cursor that is
     *     none
     */
    PunctualityPage list(
            Urn urn,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable GroupId group,
            Instant asOf,
            PageLimit limit,
            @Nullable String cursor) {
        Sheet sheet = sheets.of(urn, asOf);
        LocalDate today = AsOf.today(asOf, clock);
        Days days = Days.asked(from, to, Days.halfTerm(sheet.school(), today), sheet);
        Optional<Key> last = Optional.ofNullable(cursor).map(PunctualityLists::read);
        List<Row> found = sheet.pupils().stream()
                .filter(pupil -> pupil.state().onRoll(today))
                .filter(pupil -> group == null || pupil.state().groupOn(today).equals(Optional.of(group)))
                .map(pupil -> row(pupil, days))
                .filter(row -> row.key().lateness().times() > 0)
                .filter(row -> last.isEmpty() || ORDER.compare(row.key(), last.get()) > 0)
                .sorted(Comparator.comparing(Row::key, ORDER))
                .limit(limit.value() + 1L)
                .toList();
        List<Row> page = found.subList(0, Math.min(found.size(), limit.value()));
        opener.prepare(page.stream().map(Row::pupil).toList());
        return new PunctualityPage(
                days.from(),
                days.to(),
                page.stream().map(row -> line(row, today)).toList(),
                found.size() > page.size() ? cursorAfter(page.getLast().key()) : null);
    }

    private static Row row(SheetPupil pupil, Days days) {
        Lateness lateness = Lateness.between(pupil.strip(), days.from(), days.to());
        return new Row(pupil.state(), new Key(lateness, pupil.number()));
    }

    private LatePupil line(Row row, LocalDate today) {
        PupilState pupil = row.pupil();
        Lateness lateness = row.key().lateness();
        String id = opener.idOf(pupil);
        return new LatePupil(
                id,
                opener.nameOf(pupil),
                pupil.groupOn(today).orElse(null),
                pupil.placement().yearGroup(),
                lateness.lates(),
                lateness.lateAfterClose(),
                lateness.minutes(),
                "/api/v1/schools/" + pupil.urn() + "/pupils/" + id + "/attendance");
    }

    private static String cursorAfter(Key last) {
        return Cursor.after(
                LIST,
                Integer.toString(last.lateness().lates()),
                Integer.toString(last.lateness().lateAfterClose()),
                Integer.toString(last.lateness().minutes()),
                last.number().value());
    }

    private static Key read(String cursor) {
        List<String> keys = Cursor.read(LIST, KEYS, cursor);
        return new Key(
                new Lateness(
                        Integer.parseInt(keys.get(0)), Integer.parseInt(keys.get(1)), Integer.parseInt(keys.get(2))),
                new PupilNumber(keys.get(3)));
    }
}
