package uk.muster.query.console.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.muster.http.convention.Page;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.chart.WindowWeeks;
import uk.muster.query.console.lists.WindowsPage.Line;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Query;
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
        boolean named = Readers.seesNames(caller);
        Page<PenaltyWindowLine> found =
                lists.list(List.of(urn), minSessions, null, Instant.MAX, named, Readers.A_PAGE, cursor);
        SchoolCalendars calendars = schools.require(urn, Instant.MAX).calendars();
        WindowsPage page = new WindowsPage(
                finding(found),
                named,
                minSessions,
                found.items().stream().map(line -> line(line, calendars)).toList(),
                new Query().with("minSessions", minSessions).next(found.nextCursor()));
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
        CsvTable.<PenaltyWindowLine>write(
                response,
                "penalty-windows-" + urn,
                List.of("Pupil", "Name", "Group", "Window", "From", "To", "Sessions", "Threshold", "Met on"),
                cursor -> lists.list(
                        List.of(urn),
                        minSessions,
                        null,
                        Instant.MAX,
                        Readers.seesNames(caller),
                        Readers.AT_ONCE,
                        cursor),
                line -> Arrays.asList(
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
        return new Line(
                line.pupilId(),
                line.name(),
                line.group() == null ? "" : line.group().value(),
                line.threshold() + " in " + Say.count(line.schoolWeeks(), "school week"),
                line.count(),
                line.threshold(),
                line.met(),
                line.provisional(),
                WindowWeeks.of(line, calendars));
    }
}
