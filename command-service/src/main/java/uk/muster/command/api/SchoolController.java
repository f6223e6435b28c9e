package uk.muster.command.api;

import static uk.muster.http.identity.Role.ATTENDANCE_OFFICER;
import static uk.muster.http.identity.Role.HEAD;
import static uk.muster.http.identity.Role.MIS_INTEGRATION;
import static uk.muster.http.identity.Role.SAFEGUARDING_LEAD;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.command.api.Replies.Reply;
import uk.muster.command.school.SchoolCommand;
import uk.muster.command.school.SchoolRequests;
import uk.muster.http.body.Body;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.Urn;

/** Schools, their calendars and unplanned closures. */
@RestController
@RequestMapping("/api/v1/schools/{urn}")
public class SchoolController {

    private final Replies replies;

    public SchoolController(Replies replies) {
        this.replies = replies;
    }

    @PutMapping
    @Allowed({MIS_INTEGRATION, ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply put(@PathVariable Urn urn, Caller caller, Body body) {
        SchoolCommand command = body.read(fields -> SchoolRequests.putting(urn, fields));
        return replies.put(caller, urn, () -> command);
    }

    @PutMapping("/calendars/{academicYear}")
    @Allowed({MIS_INTEGRATION, ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply publish(@PathVariable Urn urn, @PathVariable AcademicYear academicYear, Caller caller, Body body) {
        SchoolCommand command = body.read(fields -> SchoolRequests.publishing(urn, academicYear, fields));
        return replies.put(caller, urn, () -> command);
    }

    @PostMapping("/unplanned-closures")
    @Allowed({MIS_INTEGRATION, ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply declare(@PathVariable Urn urn, Caller caller, Body body, HttpServletRequest request) {
        SchoolCommand command = SchoolRequests.declaring(urn, body);
        return replies.post(caller, urn, KeyedRequest.of(request, caller, body), () -> command);
    }
}
