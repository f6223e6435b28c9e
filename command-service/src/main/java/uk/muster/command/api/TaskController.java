package uk.muster.command.api;

import static uk.muster.http.identity.Role.ATTENDANCE_OFFICER;
import static uk.muster.http.identity.Role.HEAD;
import static uk.muster.http.identity.Role.SAFEGUARDING_LEAD;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.command.absence.AbsenceCommand;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.AbsenceRequests;
import uk.muster.command.api.Replies.Reply;
import uk.muster.command.pupil.PupilCommand.PupilStream;
import uk.muster.command.pupil.PupilRegister;
import uk.muster.http.body.Body;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.absence.AbsenceEntryId;

/** Deciding what fell due. A task's id says whose it is; one of a school that is not the caller's is unknown. */
@RestController
@RequestMapping("/api/v1/tasks")
public class TaskController {

    private final Replies replies;
    private final PupilRegister pupils;

    public TaskController(Replies replies, PupilRegister pupils) {
        this.replies = replies;
        this.pupils = pupils;
    }

    @PostMapping("/{taskId}/decisions")
    @Allowed({ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply decide(@PathVariable String taskId, Caller caller, Body body, HttpServletRequest request) {
        AbsenceEntryId task = parse(taskId).orElseThrow(TaskController::unknown);
        PupilStream pupil = pupils.find(task.pupil())
                .filter(each -> caller.covers(each.urn()))
                .orElseThrow(TaskController::unknown);
        AbsenceCommand command = body.read(fields ->
                AbsenceRequests.taskDecision(new AbsenceStream(pupil.urn(), pupil.number()), task.entryId(), fields));
        return replies.post(caller, pupil.urn(), KeyedRequest.of(request, caller, body), () -> command);
    }

    private static Optional<AbsenceEntryId> parse(String text) {
        try {
            return Optional.of(AbsenceEntryId.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static RuntimeException unknown() {
        return Problem.unknown("There is no such task.").asException();
    }
}
