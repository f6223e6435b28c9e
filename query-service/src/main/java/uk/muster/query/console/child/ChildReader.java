package uk.muster.query.console.child;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.figures.Rates;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.access.Look;
import uk.muster.query.access.Looks;
import uk.muster.query.attendance.AttendancePage;
import uk.muster.query.attendance.AttendanceReader;
import uk.muster.query.chronology.Absences;
import uk.muster.query.chronology.Kind;
import uk.muster.query.chronology.Sight;
import uk.muster.query.chronology.Story;
import uk.muster.query.console.action.ChildAction;
import uk.muster.query.console.chart.Spark;
import uk.muster.query.console.chart.WindowWeeks;
import uk.muster.query.console.child.ChildPage.EvidenceForm;
import uk.muster.query.console.child.ChildPage.KindChoice;
import uk.muster.query.console.child.ChildPage.Window;
import uk.muster.query.console.shell.Identities;
import uk.muster.query.console.shell.Identity;
import uk.muster.query.console.shell.Identity.Adult;
import uk.muster.query.console.shell.Say;
import uk.muster.query.evidence.Purpose;
import uk.muster.query.keys.Opener;
import uk.muster.query.penalty.PenaltyWindowLine;
import uk.muster.query.penalty.PenaltyWindowReader;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.Registers;
import uk.muster.query.register.RegistersOfPupil;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;
import uk.muster.query.sheet.Strip;

/** Puts the page of a child together. Each thing is read once, and recorded as one look. */
final class ChildReader {

    private static final int DAYS_AFTER_MONDAY = 6;

    private final Store store;
    private final Identities identities;
    private final AttendanceReader attendance;
    private final PenaltyWindowReader windows;
    private final Opener opener;
    private final InstantSource clock;
    private final Looks looks;

    /** What is read. */
    record Store(Schools schools, Pupils pupils, Registers registers, Absences absences) {}

    ChildReader(
            Store store,
            Identities identities,
            AttendanceReader attendance,
            PenaltyWindowReader windows,
            Opener opener,
            InstantSource clock,
            Looks looks) {
        this.store = store;
        this.identities = identities;
        this.attendance = attendance;
        this.windows = windows;
        this.opener = opener;
        this.clock = clock;
        this.looks = looks;
    }

    /** @throws uk.muster.http.problem.ProblemException 404 when school or pupil is not known, 503 when it could not be recorded who reads */
    ChildPage read(Urn urn, PupilId id, ChildQuestion question, Caller caller) {
        Instant now = clock.instant();
        LocalDate today = London.dateOf(now);
        Past past = past(urn, id, today);
        School school = past.school();
        Strip strip = past.strip();
        AttendancePage year = attendance.thisYear(school, strip);
        Identity child = identities.of(past.pupil(), today);
        Sight sight = Sight.of(caller);
        Story story = past.story();
        Story asked = story.of(question.kinds());
        Span span = Span.of(asked, question, today);
        return new ChildPage(
                child,
                Stream.of(ChildAction.values())
                        .filter(action -> action.isFor(caller))
                        .toList(),
                Summaries.of(year, school.policy().bands()),
                spark(school, strip, today),
                DueTasks.of(story.of(Set.of(Kind.TASK)).tell(opener, sight, now), now),
                year.academicYear().toString().replace("-", " to "),
                YearStrip.of(school.calendars(), year, today),
                windows.today(school, past.pupil(), id, strip, past.absences()).items().stream()
                        .filter(window -> window.count() > 0)
                        .map(window -> window(window, school))
                        .toList(),
                Timeline.of(
                        asked.between(span.from(), span.until()).tell(opener, sight, now),
                        story.of(Set.of(Kind.AMENDMENT)).tell(opener, sight, now),
                        question,
                        adults(child)),
                choices(question),
                span.older(),
                question.whole(),
                question.onPaper(),
                Say.moment(now),
                evidence(caller, today));
    }

    private Past past(Urn urn, PupilId id, LocalDate today) {
        School school = store.schools().require(urn, Instant.MAX);
        Pupil pupil = store.pupils().require(urn, id, Instant.MAX);
        looks.at(Look.ofPupil(
                uk.muster.query.access.Kind.CHILD_PAGE, urn, pupil.state().pupil(), Instant.MAX));
        return new Past(
                school,
                pupil,
                store.registers()
                        .read(
                                RegistersOfPupil.between(school, pupil, RegistersOfPupil.firstDay(pupil), today),
                                Instant.MAX),
                store.absences().of(urn, pupil.state().pupil(), Instant.MAX));
    }

    private static Map<String, String> adults(Identity child) {
        return child.contacts().stream().collect(Collectors.toMap(Adult::id, Adult::name, (one, _) -> one));
    }

    /** This academic year, unless other days are asked for. */
    private static @Nullable EvidenceForm evidence(Caller caller, LocalDate today) {
        return caller.isAny(Role.SAFEGUARDING_LEAD, Role.HEAD)
                ? new EvidenceForm(AcademicYear.of(today).firstDay(), today, Purpose.ofPacks())
                : null;
    }

    private static Spark spark(School school, Strip strip, LocalDate today) {
        return Spark.of(school.calendars().schoolWeeks(AcademicYear.of(today).firstDay(), today).stream()
                .map(monday -> Rates.between(strip, monday, monday.plusDays(DAYS_AFTER_MONDAY)))
                .toList());
    }

    private static Window window(PenaltyWindowLine window, School school) {
        return new Window(
                Say.count(window.schoolWeeks(), "school week"),
                window.count(),
                window.threshold(),
                Math.min(window.count(), window.threshold()),
                window.met(),
                window.provisional(),
                WindowWeeks.of(window, school.calendars()));
    }

    private static List<KindChoice> choices(ChildQuestion question) {
        return Stream.of(Kind.values())
                .map(kind -> new KindChoice(
                        kind.name(),
                        Timeline.kind(kind),
                        question.isFiltered() && question.kinds().contains(kind)))
                .toList();
    }
}
