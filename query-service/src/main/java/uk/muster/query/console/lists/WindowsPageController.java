package uk.muster.query.console.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.lists.WindowsPage.Line;
import uk.muster.query.console.lists.WindowsPage.Week;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Say;
import uk.muster.query.console.shell.Section;
import uk.muster.query.penalty.PenaltyWindowLine;
import uk.muster.query.penalty.PenaltyWindowLists;
import uk.muster.query.school.Schools;

/** Penalty windows drawn over the school weeks. A trust's executive reads them without names. */
@Controller
final class WindowsPageController {

    private final PenaltyWindowLists lists;
    private final Schools schools;
    private final Pages pages;

    WindowsPageController(PenaltyWindowLists lists, Schools schools, Pages pages) {
        this.lists = lists;
        this.schools = schools;
        this.pages = pages;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.TRUST_EXECUTIVE})
    @GetMapping("/schools/{urn}/penalty-windows")
    ModelAndView windows(
            Caller caller,
            @PathVariable Urn urn,
            @RequestParam(defaultValue = "4") int minSessions,
            @RequestParam(required = false) @Nullable String cursor) {
        boolean named = seesNames(caller);
        Page<PenaltyWindowLine> found = lists.list(
                List.of(urn), minSessions, null, Instant.MAX, named, PageLimit.parse(PageLimit.DEFAULT), cursor);
        SchoolCalendars calendars = schools.require(urn, Instant.MAX).calendars();
        WindowsPage page = new WindowsPage(
                finding(found),
                named,
                minSessions,
                found.items().stream().map(line -> line(line, calendars)).toList(),
                found.nextCursor() == null ? null : "?minSessions=" + minSessions + "&cursor=" + found.nextCursor());
        return pages.ofSchool(caller, urn, Section.PENALTY_WINDOWS, "penalty-windows", page);
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.TRUST_EXECUTIVE})
    @GetMapping("/schools/{urn}/penalty-windows.csv")
    void table(
            Caller caller,
            @PathVariable Urn urn,
            @RequestParam(defaultValue = "4") int minSessions,
            HttpServletResponse response)
            throws IOException {
        String cursor = null;
        CsvTable table = null;
        do {
            Page<PenaltyWindowLine> page = lists.list(
                    List.of(urn),
                    minSessions,
                    null,
                    Instant.MAX,
                    seesNames(caller),
                    new PageLimit(PageLimit.MOST),
                    cursor);
            if (table == null) {
                table = CsvTable.begin(
                        response,
                        "penalty-windows-" + urn,
                        List.of("Pupil", "Name", "Group", "Window", "From", "To", "Sessions", "Threshold", "Met on"));
            }
            for (PenaltyWindowLine line : page.items()) {
                table.row(Arrays.asList(
                        line.pupilId(),
                        line.name(),
                        line.group(),
                        line.windowId(),
                        line.from(),
                        line.to(),
                        line.count(),
                        line.threshold(),
                        line.metOn()));
            }
            cursor = page.nextCursor();
        } while (cursor != null);
    }

    private static String finding(Page<PenaltyWindowLine> found) {
        long met = found.items().stream().filter(PenaltyWindowLine::met).count();
        if (found.items().isEmpty()) {
            return "No pupil has so many sessions of absence without leave";
        }
        String first = found.nextCursor() == null
                ? ""
                : "Of the first " + found.items().size() + " windows ";
        return first + met + (met == 1 ? " threshold is met, " : " thresholds are met, ")
                + (found.items().size() - met) + " on the way";
    }

    private static Line line(PenaltyWindowLine line, SchoolCalendars calendars) {
        LocalDate drop = line.nextDropsOutOn();
        return new Line(
                line.pupilId(),
                line.name(),
                line.group() == null ? "" : line.group().value(),
                line.threshold() + " in " + Say.count(line.schoolWeeks(), "school week"),
                line.count(),
                line.threshold(),
                line.met(),
                line.provisional(),
                weeks(line, calendars),
                drop == null ? null : Say.shortDay(drop) + ", then " + line.remaining());
    }

    private static List<Week> weeks(PenaltyWindowLine line, SchoolCalendars calendars) {
        Map<LocalDate, Integer> counts = new HashMap<>();
        line.sessions().forEach(session -> counts.merge(monday(session.date()), 1, Integer::sum));
        LocalDate oldest = line.sessions().stream()
                .map(session -> monday(session.date()))
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        return calendars.schoolWeeks(line.from(), line.to()).stream()
                .map(week -> new Week(
                        Say.shortDay(week).substring("Mon ".length()),
                        counts.containsKey(week) ? String.valueOf(counts.get(week)) : "",
                        week.equals(oldest)))
                .toList();
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static boolean seesNames(Caller caller) {
        return caller.isAny(Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD);
    }
}
