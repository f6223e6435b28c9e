package uk.muster.query.penalty;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.penalty.PenaltyWindow;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.chronology.Absences;
import uk.muster.query.clock.AsOf;
import uk.muster.query.penalty.PenaltyWindowLine.Person;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.sheet.Sheet;
import uk.muster.query.sheet.SheetPupil;
import uk.muster.query.sheet.Sheets;
import uk.muster.query.store.Fact;

/** Pupils on roll with unauthorised sessions in a window, live from the sheets, those with the most first. */
public final class PenaltyWindowLists {

    private final Sheets sheets;
    private final ChildSessions sessions;
    private final Absences absences;
    private final PupilOpener opener;
    private final EarlierSchools earlierSchools;
    private final InstantSource clock;

    PenaltyWindowLists(
            Sheets sheets,
            ChildSessions sessions,
            Absences absences,
            PupilOpener opener,
            EarlierSchools earlierSchools,
            InstantSource clock) {
        this.sheets = sheets;
        this.sessions = sessions;
        this.absences = absences;
        this.opener = opener;
        this.earlierSchools = earlierSchools;
        this.clock = clock;
    }

    private record Row(Key key, PupilState pupil, PenaltyWindow window) {}

    /**
     * A page of the windows of some schools' pupils.
     *
     * @param minSessions how many a window has at least, 0 or more
     * @param wanted the day; null for today, or the day of the instant
     * @param asOf what was known then, inclusive; {@link Instant#MAX} for now
     * @param named whether names are shown
     * @throws uk.muster.http.problem.ProblemException 404 for a school that is not known; 422 for fewer sessions than none, and for a day whose windows
     *     reach further back than sheets do; 400 for a cursor that is none
     */
    public Page<PenaltyWindowLine> list(
            Collection<Urn> urns,
            int minSessions,
            @Nullable LocalDate wanted,
            Instant asOf,
            boolean named,
            PageLimit limit,
            @Nullable String cursor) {
        if (minSessions < 0) {
            throw Problem.invalid("minSessions must be 0 or more.").asException();
        }
        Key last = cursor == null ? null : Key.read(cursor);
        LocalDate today = AsOf.today(asOf, clock);
        LocalDate on = wanted == null ? today : wanted;
        List<Row> rows = new ArrayList<>();
        urns.forEach(urn -> addRows(sheets.of(urn, asOf), minSessions, on, today, asOf, rows));
        List<Row> found = rows.stream()
                .filter(row -> last == null || Key.ORDER.compare(row.key(), last) > 0)
                .sorted(Comparator.comparing(Row::key, Key.ORDER))
                .limit(limit.value() + 1L)
                .toList();
        List<Row> page = found.subList(0, Math.min(found.size(), limit.value()));
        return new Page<>(
                lines(page, on, asOf, named),
                found.size() > page.size() ? page.getLast().key().cursor() : null);
    }

    private void addRows(Sheet sheet, int minSessions, LocalDate on, LocalDate today, Instant asOf, List<Row> rows) {
        SchoolWindows windows = SchoolWindows.of(sheet.school(), sheet.urn(), on);
        LocalDate from = windows.from(List.of());
        if (from.isBefore(sheet.from())) {
            throw Problem.invalid(
                            "on must not lie before the last academic year; a single pupil's windows may be asked for.")
                    .asException();
        }
        LocalDate to = on.isBefore(today) ? on : today;
        List<SheetPupil> pupils = sheet.pupils().stream()
                .filter(pupil -> pupil.state().onRoll(to))
                .toList();
        Map<PupilNumber, List<CountedSession>> elsewhere = windows.spansSchools()
                ? sessions.elsewhere(pupils.stream().map(SheetPupil::state).toList(), from, to, asOf)
                : Map.of();
        for (SheetPupil pupil : pupils) {
            PupilState state = pupil.state();
            List<CountedSession> all = ChildSessions.of(pupil.strip(), sheet.urn(), from);
            List<CountedSession> imported = windows.spansSchools() ? ChildSessions.imported(state) : List.of();
            all.addAll(imported);
            all.addAll(elsewhere.getOrDefault(state.pupil(), List.of()));
            // no window can have more than these: of most pupils none needs to be looked at
            if (all.size() >= minSessions) {
                windows.count(state.placement().compulsoryAge(), all, imported).stream()
                        .filter(window -> window.count() >= minSessions)
                        .map(window -> new Row(
                                new Key(window.count(), sheet.urn(), state.pupil(), window.windowId()), state, window))
                        .forEach(rows::add);
            }
        }
    }

    private List<PenaltyWindowLine> lines(List<Row> page, LocalDate on, Instant asOf, boolean named) {
        opener.prepare(page.stream().map(Row::pupil).toList());
        Map<String, List<Fact>> facts = absences.ofAll(
                page.stream().map(row -> stream(row.pupil())).distinct().toList(), asOf);
        return page.stream()
                .map(row -> {
                    PupilState pupil = row.pupil();
                    Person person = new Person(
                            opener.idOf(pupil),
                            named ? opener.nameOf(pupil) : null,
                            pupil.groupOn(on).orElse(null),
                            pupil.placement().yearGroup());
                    return PenaltyWindowLine.of(
                            person,
                            pupil.urn(),
                            row.window(),
                            earlierSchool(pupil, named),
                            Retractions.of(facts.getOrDefault(stream(pupil), List.of()))
                                    .of(row.window(), on));
                })
                .toList();
    }

    /** What an import called the school is free text, which those who are shown no names are not shown either. */
    private @Nullable String earlierSchool(PupilState pupil, boolean named) {
        String school = earlierSchools.of(pupil);
        return school == null || named || SessionOfWindow.isUrn(school) ? school : null;
    }

    private static String stream(PupilState pupil) {
        return AbsenceEvent.stream(pupil.urn(), pupil.pupil());
    }
}
