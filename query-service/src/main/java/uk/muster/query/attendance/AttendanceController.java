package uk.muster.query.attendance;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;

/** {@code GET /schools/{urn}/pupils/{pupilId}/attendance}. */
@RestController
final class AttendanceController {

    private final AttendanceReader attendance;

    AttendanceController(AttendanceReader attendance) {
        this.attendance = attendance;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/api/v1/schools/{urn}/pupils/{pupilId}/attendance")
    AttendancePage attendance(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            @RequestParam(required = false) @Nullable AcademicYear academicYear,
            @RequestParam(required = false) @Nullable Instant asOf) {
        return attendance.read(urn, pupilId, academicYear, Objects.requireNonNullElse(asOf, Instant.MAX));
    }
}
