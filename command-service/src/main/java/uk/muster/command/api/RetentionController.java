package uk.muster.command.api;

import static uk.muster.http.identity.Role.ADMIN;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.command.api.Replies.Reply;
import uk.muster.command.pupil.PupilRegister;
import uk.muster.command.retention.Disposals;
import uk.muster.command.retention.RetentionCommand;
import uk.muster.command.retention.RetentionRequests;
import uk.muster.command.retention.RetentionRequests.Confirmation;
import uk.muster.http.body.Body;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.kernel.identity.Urn;

/** How long a school's entries are kept: the schedule, holds, and disposals. */
@RestController
@RequestMapping("/api/v1/schools/{urn}/retention")
public class RetentionController {

    private final Replies replies;
    private final Disposals disposals;
    private final PupilRegister pupils;

    public RetentionController(Replies replies, Disposals disposals, PupilRegister pupils) {
        this.replies = replies;
        this.disposals = disposals;
        this.pupils = pupils;
    }

    @GetMapping
    @Allowed(ADMIN)
    Map<String, Object> schedule(@PathVariable Urn urn) {
        return disposals.schedule(urn).body();
    }

    @PostMapping("/holds")
    @Allowed(ADMIN)
    Reply place(@PathVariable Urn urn, Caller caller, Body body, HttpServletRequest request) {
        disposals.requireSchool(urn);
        RetentionCommand command = body.read(fields -> RetentionRequests.placing(
                urn, fields, pupilId -> pupils.require(urn, pupilId).number()));
        return replies.post(caller, urn, KeyedRequest.of(request, caller, body), () -> command);
    }

    @PostMapping("/holds/{holdId}/release")
    @Allowed(ADMIN)
    Reply release(
            @PathVariable Urn urn, @PathVariable UUID holdId, Caller caller, Body body, HttpServletRequest request) {
        disposals.requireSchool(urn);
        RetentionCommand command = body.read(fields -> RetentionRequests.releasing(urn, holdId, fields));
        return replies.post(caller, urn, KeyedRequest.of(request, caller, body), () -> command);
    }

    /** Sent again after a fault it goes on with what was confirmed. */
    @PostMapping("/disposals")
    @Allowed(ADMIN)
    Reply dispose(@PathVariable Urn urn, Caller caller, Body body) {
        disposals.requireSchool(urn);
        Confirmation confirmation = body.read(RetentionRequests::confirming);
        replies.put(
                caller,
                urn,
                () -> disposals.confirming(
                        urn, confirmation.academicYear(), confirmation.pupils(), confirmation.author()));
        return replies.put(caller, urn, () -> disposals.certifying(urn));
    }
}
