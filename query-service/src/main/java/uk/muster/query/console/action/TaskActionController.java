package uk.muster.query.console.action;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.action.Field.Kind;
import uk.muster.query.console.action.Field.Option;
import uk.muster.query.console.command.Form;
import uk.muster.query.console.signin.SignedIn;
import uk.muster.query.console.tasks.TaskRow;
import uk.muster.query.console.tasks.TaskRows;
import uk.muster.query.task.TaskLists;

/** The form by which a person decides about a task. */
@Controller
final class TaskActionController {

    private static final List<Field> FIELDS = List.of(
            Field.choice(
                    "decision",
                    "What was decided",
                    List.of(new Option("DONE", "It is done"), new Option("DECLINED", "It is not to be done"))),
            Field.of(Kind.TEXT, "reason", "Reason", "It stays on record with your name"));

    private final TaskLists tasks;
    private final TaskRows rows;
    private final Sending sending;

    TaskActionController(TaskLists tasks, TaskRows rows, Sending sending) {
        this.tasks = tasks;
        this.rows = rows;
        this.sending = sending;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/schools/{urn}/tasks/{taskId}/decision")
    ModelAndView show(SignedIn me, @PathVariable Urn urn, @PathVariable String taskId) {
        return sending.show(me, urn, page(urn, taskId, Form.fresh(Map.of("decision", "", "reason", ""))));
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @PostMapping("/schools/{urn}/tasks/{taskId}/decision")
    ModelAndView send(
            SignedIn me,
            @PathVariable Urn urn,
            @PathVariable String taskId,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes afterwards) {
        Form form = Form.sent(parameters, FIELDS.stream().map(Field::name).toList());
        ActionPage page = page(urn, taskId, form);
        Map<String, Object> body =
                new Body(form, me.person()).fields("decision", "reason").members();
        return sending.send(
                me, urn, page, "/tasks/" + taskId + "/decisions", body, "The decision is recorded.", afterwards);
    }

    private ActionPage page(Urn urn, String taskId, Form form) {
        String list = "/schools/" + urn + "/tasks";
        return new ActionPage(
                "Decide about a task",
                about(urn, taskId),
                list + "/" + taskId + "/decision",
                "Record",
                FIELDS,
                form,
                list);
    }

    private String about(Urn urn, String taskId) {
        TaskRow task = tasks.find(urn, taskId)
                .map(line -> rows.of(urn, List.of(line)).getFirst())
                .orElseThrow(() -> Problem.unknown("There is no such task.").asException());
        return Stream.of(task.title(), task.name(), task.group(), task.day(), "due " + task.due())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
