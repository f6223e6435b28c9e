package uk.muster.command.api;

import static uk.muster.http.identity.Role.ATTENDANCE_OFFICER;
import static uk.muster.http.identity.Role.HEAD;
import static uk.muster.http.identity.Role.MIS_INTEGRATION;
import static uk.muster.http.identity.Role.SAFEGUARDING_LEAD;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.command.api.Replies.Reply;
import uk.muster.command.keys.Vault;
import uk.muster.command.pupil.PupilCommand;
import uk.muster.command.pupil.PupilCommand.Admission;
import uk.muster.command.pupil.PupilCommand.PupilStream;
import uk.muster.command.pupil.PupilRegister;
import uk.muster.command.pupil.PupilRequests;
import uk.muster.http.body.Body;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;

/** Pupils on a school's admission register. */
@RestController
@RequestMapping("/api/v1/schools/{urn}/pupils/{pupilId}")
public class PupilController {

    private final Replies replies;
    private final PupilRegister pupils;
    private final Vault vault;
    private final InstantSource clock;

    public PupilController(Replies replies, PupilRegister pupils, Vault vault, InstantSource clock) {
        this.replies = replies;
        this.pupils = pupils;
        this.vault = vault;
        this.clock = clock;
    }

    @PutMapping
    @Allowed({MIS_INTEGRATION, ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply put(@PathVariable Urn urn, @PathVariable PupilId pupilId, Caller caller, Body body) {
        LocalDate today = London.dateOf(clock.instant());
        Admission admission = body.read(fields -> PupilRequests.admission(fields, vault, today));
        return replies.put(caller, urn, () -> pupils.putting(urn, pupilId, admission));
    }

    @PutMapping("/earlier-sessions")
    @Allowed({MIS_INTEGRATION, ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    Reply importEarlierSessions(@PathVariable Urn urn, @PathVariable PupilId pupilId, Caller caller, Body body) {
        PupilStream pupil = pupils.require(urn, pupilId);
        PupilCommand command = body.read(fields -> PupilRequests.earlierSessions(pupil, pupilId, fields));
        return replies.put(caller, urn, () -> command);
    }

    @PostMapping("/removal")
    @Allowed(HEAD)
    Reply remove(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            Caller caller,
            Body body,
            HttpServletRequest request) {
        PupilStream pupil = pupils.require(urn, pupilId);
        PupilCommand command = PupilRequests.removal(pupil, pupilId, body);
        return replies.post(caller, urn, KeyedRequest.of(request, caller, body), () -> command);
    }
}
