package uk.muster.query.chronology;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Cursor;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
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
        Stream<Happening> after = happenings(school, pupil, question).stream()
                .filter(question::wants)
                .sorted(Happening.NEWEST_FIRST);
        if (cursor != null) {
            List<String> last = Cursor.read(LIST, 2, cursor);
            Instant at = Instant.EPOCH.plus(Long.parseLong(last.get(0)), ChronoUnit.MICROS);
            long position = Long.parseLong(last.get(1));
            after = after.filter(happening -> happening.isAfter(at, position));
        }
        List<Happening> found = after.limit(limit.value() + 1L).toList();
        List<Happening> page = found.subList(0, Math.min(found.size(), limit.value()));
        Narrator narrator = new Narrator(opener, sight, AsOf.now(question.asOf(), clock));
        return new Page<>(
                page.stream().map(narrator::tell).toList(),
                found.size() > page.size() ? cursorAfter(page.getLast()) : null);
    }

    private List<Happening> happenings(School school, Pupil pupil, Question question) {
        List<Happening> all = new ArrayList<>();
        if (question.kinds().contains(Kind.ENROLMENT)) {
            all.addAll(Happenings.of(pupil));
        }
        if (!Collections.disjoint(question.kinds(), Kind.OF_ABSENCES)) {
            List<Fact> facts = absences.of(pupil.state().urn(), pupil.state().pupil(), question.asOf());
            all.addAll(AbsenceHappenings.of(facts));
        }
        if (!Collections.disjoint(question.kinds(), Kind.OF_REGISTERS)) {
            Set<RegisterId> ids =
                    RegistersOfPupil.between(school, pupil, RegistersOfPupil.firstDay(pupil), lastDay(question.to()));
            registers.forEach(
                    ids,
                    question.asOf(),
                    register -> all.addAll(Happenings.of(register, pupil.state().pupil())));
        }
        return all;
    }

    /** Nothing in a register happens before its session's day, and no register of a later day than today is ever taken. */
    private LocalDate lastDay(@Nullable LocalDate to) {
        LocalDate today = London.dateOf(clock.instant());
        return to != null && to.isBefore(today) ? to : today;
    }

    private static String cursorAfter(Happening last) {
        return Cursor.after(
                LIST,
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, last.at())),
                Long.toString(last.fact().position()));
    }
}
