package uk.muster.query.console.child;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.attendance.AttendancePage;
import uk.muster.query.attendance.AttendanceReader;
import uk.muster.query.chronology.ChronologyItem;
import uk.muster.query.chronology.ChronologyReader;
import uk.muster.query.chronology.Kind;
import uk.muster.query.chronology.Sight;
import uk.muster.query.console.action.ChildAction;
import uk.muster.query.console.child.ChildPage.Due;
import uk.muster.query.console.child.ChildPage.EvidenceForm;
import uk.muster.query.console.child.ChildPage.KindChoice;
import uk.muster.query.console.child.ChildPage.Window;
import uk.muster.query.console.shell.Identities;
import uk.muster.query.console.shell.Identity;
import uk.muster.query.console.shell.Identity.Adult;
import uk.muster.query.console.shell.Say;
import uk.muster.query.evidence.Purpose;
import uk.muster.query.penalty.PenaltyWindowLine;
import uk.muster.query.penalty.PenaltyWindowReader;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;

/** Puts the page of a child together out of what the readers answer. */
final class ChildReader {

    private static final PageLimit ALL = new PageLimit(PageLimit.MOST);

    private final Schools schools;
    private final Pupils pupils;
    private final Identities identities;
    private final AttendanceReader attendance;
    private final ChronologyReader chronology;
    private final PenaltyWindowReader windows;
    private final InstantSource clock;

    ChildReader(
            Schools schools,
            Pupils pupils,
            Identities identities,
            AttendanceReader attendance,
            ChronologyReader chronology,
            PenaltyWindowReader windows,
            InstantSource clock) {
        this.schools = schools;
        this.pupils = pupils;
        this.identities = identities;
        this.attendance = attendance;
        this.chronology = chronology;
        this.windows = windows;
        this.clock = clock;
    }

    /** @throws uk.muster.http.problem.ProblemException 404 when school or pupil is not known */
    ChildPage read(Urn urn, PupilId id, ChildQuestion question, Caller caller) {
        Sight sight = Sight.of(caller);
        Instant now = clock.instant();
        LocalDate today = London.dateOf(now);
        School school = schools.require(urn, Instant.MAX);
        Identity child = identities.of(pupils.require(urn, id, Instant.MAX), today);
        AttendancePage year = attendance.read(urn, id, null, Instant.MAX);
        LocalDate from = AcademicYear.of(question.until() == null ? today : question.until())
                .firstDay();
        Page<ChronologyItem> told = read(urn, id, Timeline.needed(question.kinds()), from, question.until(), sight);
        Map<String, String> adults =
                child.contacts().stream().collect(Collectors.toMap(Adult::id, Adult::name, (one, _) -> one));
        return new ChildPage(
                child,
                Stream.of(ChildAction.values())
                        .filter(action -> action.isFor(caller))
                        .toList(),
                Summaries.of(year, school.policy().bands()),
                due(urn, id, sight, now, today),
                year.academicYear().toString().replace("-", " to "),
                YearStrip.of(school.calendars(), year, today),
                windows.read(urn, id, null, Instant.MAX).items().stream()
                        .filter(window -> window.count() > 0)
                        .map(ChildReader::window)
                        .toList(),
                Timeline.of(told.items(), question.kinds(), adults),
                choices(question),
                older(told, question, from),
                question.whole(),
                Say.moment(now),
                evidence(caller, today));
    }

    /** This academic year, unless other days are asked for. */
    private static @Nullable EvidenceForm evidence(Caller caller, LocalDate today) {
        return caller.isAny(Role.SAFEGUARDING_LEAD, Role.HEAD)
                ? new EvidenceForm(AcademicYear.of(today).firstDay(), today, Purpose.ofPacks())
                : null;
    }

    private Page<ChronologyItem> read(
            Urn urn, PupilId id, Set<Kind> kinds, @Nullable LocalDate from, @Nullable LocalDate to, Sight sight) {
        return chronology.read(urn, id, new ChronologyReader.Question(from, to, kinds, Instant.MAX), sight, ALL, null);
    }

    /** Where a year has more than a page, the rest of it; else the year before. */
    private static String older(Page<ChronologyItem> told, ChildQuestion question, LocalDate from) {
        return question.before(
                told.nextCursor() == null
                        ? from.minusDays(1)
                        : London.dateOf(told.items().getLast().at()));
    }

    private List<Due> due(Urn urn, PupilId id, Sight sight, Instant now, LocalDate today) {
        return read(urn, id, EnumSet.of(Kind.TASK), null, null, sight).items().stream()
                .filter(task -> String.valueOf(task.data().get("status")).equals("OPEN"))
                .sorted(Comparator.comparing(task -> (Instant) task.data().get("dueAt")))
                .map(task -> due(task, now, today))
                .toList();
    }

    private static Due due(ChronologyItem task, Instant now, LocalDate today) {
        Instant dueAt = (Instant) task.data().get("dueAt");
        boolean overdue = now.isAfter(dueAt);
        String length = Say.length(Duration.between(now, dueAt));
        return new Due(
                task.id(),
                Timeline.task(task.data()),
                task.data().get("about") == null && task.data().get("schoolDay") instanceof Integer day
                        ? "Day " + day
                        : "",
                overdue ? "overdue by " + length : length + " left",
                overdue,
                Say.momentFrom(today, dueAt));
    }

    static Window window(PenaltyWindowLine window) {
        LocalDate drop = window.nextDropsOutOn();
        return new Window(
                Say.count(window.schoolWeeks(), "school week"),
                window.count(),
                window.threshold(),
                Math.min(window.count(), window.threshold()),
                window.met(),
                window.provisional(),
                drop == null
                        ? null
                        : "On " + Say.day(drop) + " the window has " + window.remaining() + " of them left");
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
