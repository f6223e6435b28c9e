package uk.muster.command.api;

import static uk.muster.http.identity.Role.ATTENDANCE_OFFICER;
import static uk.muster.http.identity.Role.CLASS_TEACHER;
import static uk.muster.http.identity.Role.HEAD;
import static uk.muster.http.identity.Role.MIS_INTEGRATION;
import static uk.muster.http.identity.Role.SAFEGUARDING_LEAD;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.command.api.Replies.Reply;
import uk.muster.command.register.RegisterCommand;
import uk.muster.command.register.RegisterRequests;
import uk.muster.http.body.Body;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;

/** Registers, one at a time. */
@RestController
@RequestMapping("/api/v1/schools/{urn}/registers/{date}/{session}/{group}")
public class RegisterController {

    private final Replies replies;

    public RegisterController(Replies replies) {
        this.replies = replies;
    }

    @PutMapping
    @Allowed({MIS_INTEGRATION, CLASS_TEACHER, ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply take(
            @PathVariable Urn urn,
            @PathVariable LocalDate date,
            @PathVariable SessionHalf session,
            @PathVariable GroupId group,
            Caller caller,
            Body body) {
        RegisterId register = new RegisterId(urn, new SessionKey(date, session), group);
        RegisterCommand command = RegisterRequests.taking(body, _ -> register);
        return replies.put(caller, urn, () -> command);
    }

    @PostMapping("/amendments")
    @Allowed({MIS_INTEGRATION, CLASS_TEACHER, ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply amend(
            @PathVariable Urn urn,
            @PathVariable LocalDate date,
            @PathVariable SessionHalf session,
            @PathVariable GroupId group,
            Caller caller,
            Body body,
            HttpServletRequest request) {
        RegisterId register = new RegisterId(urn, new SessionKey(date, session), group);
        RegisterCommand command = RegisterRequests.amending(register, body, Roles.amendsOnlyToLate(caller));
        return replies.post(caller, urn, KeyedRequest.of(request, caller, body), () -> command);
    }

    @PostMapping("/arrivals")
    @Allowed({MIS_INTEGRATION, CLASS_TEACHER, ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply arrive(
            @PathVariable Urn urn,
            @PathVariable LocalDate date,
            @PathVariable SessionHalf session,
            @PathVariable GroupId group,
            Caller caller,
            Body body,
            HttpServletRequest request) {
        RegisterId register = new RegisterId(urn, new SessionKey(date, session), group);
        RegisterCommand command = RegisterRequests.arriving(register, body);
        return replies.post(caller, urn, KeyedRequest.of(request, caller, body), () -> command);
    }
}
