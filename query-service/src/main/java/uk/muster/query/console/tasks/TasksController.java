package uk.muster.query.console.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Say;
import uk.muster.query.console.shell.Section;
import uk.muster.query.register.SpecialCategory;
import uk.muster.query.task.TaskLine;
import uk.muster.query.task.TaskLists;
import uk.muster.query.task.TaskQuestion;

/** The list of a school's tasks: those that wait, unless others are asked for. */
@Controller
final class TasksController {

    private static final String ALL = "ALL";

    private final TaskLists lists;
    private final TaskRows rows;
    private final Pages pages;

    TasksController(TaskLists lists, TaskRows rows, Pages pages) {
        this.lists = lists;
        this.rows = rows;
        this.pages = pages;
    }

    /** @param status {@code ALL} for every one */
    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/schools/{urn}/tasks")
    ModelAndView tasks(
            Caller caller,
            @PathVariable Urn urn,
            @RequestParam(defaultValue = "OPEN") String status,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String cursor) {
        TaskQuestion question =
                TaskQuestion.parse(status.equals(ALL) ? null : status, kind.isEmpty() ? null : kind, null);
        Page<TaskLine> found = lists.list(
                urn, question, SpecialCategory.seesSafeguarding(caller), PageLimit.parse(PageLimit.DEFAULT), cursor);
        TasksPage page = new TasksPage(
                finding(found, status),
                rows.of(urn, found.items()),
                status,
                kind,
                statuses(status),
                kinds(kind),
                found.nextCursor() == null
                        ? null
                        : "?status=" + status + (kind.isEmpty() ? "" : "&kind=" + kind) + "&cursor="
                                + found.nextCursor());
        return pages.ofSchool(caller, urn, Section.TASKS, "tasks", page);
    }

    private static String finding(Page<TaskLine> found, String status) {
        String number = found.nextCursor() == null
                ? Say.count(found.items().size(), "task")
                : "More than " + Say.count(found.items().size(), "task");
        long overdue = found.items().stream().filter(TaskLine::overdue).count();
        if (!status.equals("OPEN")) {
            return number;
        }
        return found.items().isEmpty()
                ? "Nothing waits"
                : number
                        + (found.items().size() == 1 ? " waits" : " wait")
                        + (overdue == 0 ? ", none overdue" : ", " + overdue + " overdue");
    }

    private static List<TasksPage.Choice> statuses(String chosen) {
        return Stream.of(
                        new TasksPage.Choice("OPEN", "Waiting", chosen.equals("OPEN")),
                        new TasksPage.Choice("DONE", "Done", chosen.equals("DONE")),
                        new TasksPage.Choice("DECLINED", "Declined", chosen.equals("DECLINED")),
                        new TasksPage.Choice("CANCELLED", "No longer needed", chosen.equals("CANCELLED")),
                        new TasksPage.Choice(ALL, "All", chosen.equals(ALL)))
                .toList();
    }

    private static List<TasksPage.Choice> kinds(String chosen) {
        List<TasksPage.Choice> kinds = new ArrayList<>();
        kinds.add(new TasksPage.Choice("", "All kinds", chosen.isEmpty()));
        for (TaskKind kind : TaskKind.values()) {
            kinds.add(new TasksPage.Choice(kind.name(), label(kind), chosen.equals(kind.name())));
        }
        return kinds;
    }

    private static String label(TaskKind kind) {
        return switch (kind) {
            case CONTACT -> "Contact";
            case VISIT -> "Home visit";
            case ASSESS -> "Risk assessment";
            case NOTIFY -> "Notice to the local authority";
            case ESCALATE -> "Escalation";
            case RETURN -> "Return to the local authority";
            case DECIDE -> "Decision";
            case REVIEW -> "Review";
        };
    }
}
