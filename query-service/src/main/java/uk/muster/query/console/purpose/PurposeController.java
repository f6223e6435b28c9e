package uk.muster.query.console.purpose;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.access.Purpose;

/** Takes the purpose that somebody says on the page of a child. */
@Controller
final class PurposeController {

    /** @param purpose a word of {@link Purpose}; empty for none any more */
    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @PostMapping("/schools/{urn}/pupils/{pupilId}/purpose")
    RedirectView say(
            Caller caller,
            HttpSession session,
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            @RequestParam(defaultValue = "") String purpose) {
        caller.requireSchool(urn);
        SaidPurpose.say(session, purpose.isEmpty() ? null : Purpose.parse(purpose));
        return new RedirectView("/schools/" + urn + "/pupils/" + pupilId);
    }
}
