package uk.muster.command.api;

import static uk.muster.http.identity.Role.ATTENDANCE_OFFICER;
import static uk.muster.http.identity.Role.HEAD;
import static uk.muster.http.identity.Role.MIS_INTEGRATION;
import static uk.muster.http.identity.Role.SAFEGUARDING_LEAD;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiFunction;
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
import uk.muster.http.body.Fields;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;

/** Following up a pupil's absences. */
@RestController
@RequestMapping("/api/v1/schools/{urn}/pupils/{pupilId}")
public class AbsenceController {

    private final Replies replies;
    private final PupilRegister pupils;

    public AbsenceController(Replies replies, PupilRegister pupils) {
        this.replies = replies;
        this.pupils = pupils;
    }

    @PostMapping("/absence-reports")
    @Allowed({MIS_INTEGRATION, ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply report(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            Caller caller,
            Body body,
            HttpServletRequest request) {
        return post(urn, pupilId, caller, body, request, AbsenceRequests::report);
    }

    @PostMapping("/absence-decisions")
    @Allowed({ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply decide(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            Caller caller,
            Body body,
            HttpServletRequest request) {
        return post(urn, pupilId, caller, body, request, AbsenceRequests::decision);
    }

    @PostMapping("/contact-attempts")
    @Allowed({ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply attempt(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            Caller caller,
            Body body,
            HttpServletRequest request) {
        return post(urn, pupilId, caller, body, request, AbsenceRequests::attempt);
    }

    @PostMapping("/home-visits")
    @Allowed({ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply visit(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            Caller caller,
            Body body,
            HttpServletRequest request) {
        return post(urn, pupilId, caller, body, request, AbsenceRequests::visit);
    }

    @PostMapping("/risk-assessments")
    @Allowed({ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply assess(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            Caller caller,
            Body body,
            HttpServletRequest request) {
        return post(urn, pupilId, caller, body, request, AbsenceRequests::assessment);
    }

    @PostMapping("/escalations")
    @Allowed({SAFEGUARDING_LEAD, HEAD})
    Reply escalate(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            Caller caller,
            Body body,
            HttpServletRequest request) {
        return post(urn, pupilId, caller, body, request, AbsenceRequests::escalation);
    }

    @PostMapping("/sickness-forecasts")
    @Allowed({ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply forecast(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            Caller caller,
            Body body,
            HttpServletRequest request) {
        return post(urn, pupilId, caller, body, request, AbsenceRequests::forecast);
    }

    private Reply post(
            Urn urn,
            PupilId pupilId,
            Caller caller,
            Body body,
            HttpServletRequest request,
            BiFunction<AbsenceStream, Fields, AbsenceCommand> reader) {
        PupilStream pupil = pupils.require(urn, pupilId);
        AbsenceCommand command =
                body.read(fields -> reader.apply(new AbsenceStream(pupil.urn(), pupil.number()), fields));
        return replies.post(caller, urn, KeyedRequest.of(request, caller, body), () -> command);
    }
}
