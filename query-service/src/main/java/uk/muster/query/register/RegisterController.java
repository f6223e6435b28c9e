package uk.muster.query.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;

/** {@code GET /schools/{urn}/registers/{date}/{session}/{group}} and {@code GET /schools/{urn}/groups/{group}/registers}. */
@RestController
final class RegisterController {

    private final RegisterReader registers;
    private final ClassPageReader classes;

    RegisterController(RegisterReader registers, ClassPageReader classes) {
        this.registers = registers;
        this.classes = classes;
    }

    @Allowed({
        Role.MIS_INTEGRATION,
        Role.CLASS_TEACHER,
        Role.ATTENDANCE_OFFICER,
        Role.SAFEGUARDING_LEAD,
        Role.HEAD,
        Role.AUDITOR
    })
    @GetMapping("/api/v1/schools/{urn}/registers/{date}/{session}/{group}")
    RegisterPage register(
            Caller caller,
            @PathVariable Urn urn,
            @PathVariable LocalDate date,
            @PathVariable SessionHalf session,
            @PathVariable GroupId group,
            @RequestParam(required = false) @Nullable Instant asOf) {
        return registers.read(
                new RegisterId(urn, new SessionKey(date, session), group),
                Objects.requireNonNullElse(asOf, Instant.MAX),
                SpecialCategory.isFor(caller));
    }

    @Allowed({
        Role.MIS_INTEGRATION,
        Role.CLASS_TEACHER,
        Role.ATTENDANCE_OFFICER,
        Role.SAFEGUARDING_LEAD,
        Role.HEAD,
        Role.AUDITOR
    })
    @GetMapping("/api/v1/schools/{urn}/groups/{group}/registers")
    ClassPage ofClass(
            @PathVariable Urn urn,
            @PathVariable GroupId group,
            @RequestParam LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Instant asOf) {
        return classes.read(urn, group, from, to, Objects.requireNonNullElse(asOf, Instant.MAX));
    }
}
