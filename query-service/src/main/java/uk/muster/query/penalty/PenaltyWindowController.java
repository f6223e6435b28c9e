package uk.muster.query.penalty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;

/** {@code GET .../penalty-windows} of a pupil. */
@RestController
final class PenaltyWindowController {

    private final PenaltyWindowReader windows;

    PenaltyWindowController(PenaltyWindowReader windows) {
        this.windows = windows;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/api/v1/schools/{urn}/pupils/{pupilId}/penalty-windows")
    PenaltyWindowReader.Windows ofPupil(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            @RequestParam(required = false) @Nullable LocalDate on) {
        return windows.read(urn, pupilId, on);
    }
}
