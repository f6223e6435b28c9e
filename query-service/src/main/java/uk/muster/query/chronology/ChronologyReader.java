package uk.muster.query.chronology;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Cursor;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.access.Look;
import uk.muster.query.access.Looks;
import uk.muster.query.clock.AsOf;
import uk.muster.query.keys.Opener;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.Registers;
import uk.muster.query.register.RegistersOfPupil;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;
import uk.muster.query.store.Fact;

/** Puts a pupil's chronology together. Only the items of the page that is asked for are opened. */
public final class ChronologyReader {

    private static final String LIST = "chronology";

    private final Schools schools;
    private final Pupils pupils;
    private final Registers registers;
    private final Absences absences;
    private final Opener opener;
    private final InstantSource clock;
    private final Looks looks;

    public ChronologyReader(
            Schools schools,
            Pupils pupils,
            Registers registers,
            Absences absences,
            Opener opener,
            InstantSource clock,
            Looks looks) {
        this.schools = schools;
        this.pupils = pupils;
        this.registers = registers;
        this.absences = absences;
        this.opener = opener;
        this.clock = clock;
        this.looks = looks;
    }

    /**
     * What is asked for.
     *
     * @param from,to first and last day (Europe/London) on which items happened, both inclusive
     * @param asOf only what was recorded by then, inclusive; {@link Instant#MAX} for everything
     */
    public record Question(
            @Nullable LocalDate from, @Nullable LocalDate to, Set<Kind> kinds, Instant asOf) {

        boolean wants(Happening happening) {
            LocalDate day = London.dateOf(happening.at());
            return kinds.contains(happening.kind())
                    && (from == null || !day.isBefore(from))
                    && (to == null || !day.isAfter(to));
        }
    }

    /** @throws uk.muster.http.problem.ProblemException 404 when school or pupil was unknown then, 400 for a cursor that is none, 503 when it could not be recorded who reads */
    public Page<ChronologyItem> read(
            Urn urn, PupilId id, Question question, Sight sight, PageLimit limit, @Nullable String cursor) {
        School school = schools.require(urn, question.asOf());
        Pupil pupil = pupils.require(urn, id, question.asOf());
        looks.at(Look.ofPupil(
                uk.muster.query.access.Kind.CHRONOLOGY, urn, pupil.state().pupil(), question.asOf()));
        Place after = cursor == null ? Place.NEWEST : Place.of(cursor);
        Predicate<Happening> wanted = happening -> question.wants(happening) && after.isBefore(happening);
        int enough = limit.value() + 1;
        List<Happening> found = happenings(school, pupil, question, after, wanted, enough).stream()
                .filter(wanted)
                .sorted(Happening.NEWEST_FIRST)
                .limit(enough)
                .toList();
        List<Happening> page = found.subList(0, Math.min(found.size(), limit.value()));
        Narrator narrator = new Narrator(opener, sight, AsOf.now(question.asOf(), clock));
        return new Page<>(
                page.stream().map(narrator::tell).toList(),
                found.size() > page.size() ? cursorAfter(page.getLast()) : null);
    }

    /** Where in the order, newest first, a page begins. */
    private record Place(Instant at, long position) {

        static final Place NEWEST = new Place(Instant.MAX, 0);

        static Place of(String cursor) {
            List<String> last = Cursor.read(LIST, 2, cursor);
            return new Place(
                    Instant.EPOCH.plus(Long.parseLong(last.get(0)), ChronoUnit.MICROS), Long.parseLong(last.get(1)));
        }

        boolean isBefore(Happening happening) {
            return happening.isAfter(at, position);
        }
    }

    private List<Happening> happenings(
            School school, Pupil pupil, Question question, Place after, Predicate<Happening> wanted, int enough) {
        List<Happening> all = new ArrayList<>();
        if (question.kinds().contains(Kind.ENROLMENT)) {
            all.addAll(Happenings.of(pupil));
        }
        if (!Collections.disjoint(question.kinds(), Kind.OF_ABSENCES)) {
            List<Fact> facts = absences.of(pupil.state().urn(), pupil.state().pupil(), question.asOf());
            all.addAll(AbsenceHappenings.of(facts));
        }
        if (!Collections.disjoint(question.kinds(), Kind.OF_REGISTERS)) {
            LocalDate first = RegistersOfPupil.firstDay(pupil);
            LocalDate from = question.from();
            all.addAll(new RegistersBack(registers, school, pupil, question)
                    .read(
                            from != null && from.isAfter(first) ? from : first,
                            lastDay(question.to(), after),
                            wanted,
                            enough));
        }
        return all;
    }

    /** Nothing in a register happens before its session's day, and no register of a later day than today is ever taken. */
    private LocalDate lastDay(@Nullable LocalDate to, Place after) {
        LocalDate last = AsOf.today(after.at(), clock);
        return to != null && to.isBefore(last) ? to : last;
    }

    private static String cursorAfter(Happening last) {
        return Cursor.after(
                LIST,
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, last.at())),
                Long.toString(last.fact().position()));
    }
}
