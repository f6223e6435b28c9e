package uk.muster.query.penalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.TrustId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.school.Trusts;

/** {@code GET .../penalty-windows} of a pupil, a school and a trust. A trust's executive reads the lists without names. */
@RestController
final class PenaltyWindowController {

    private final PenaltyWindowReader windows;
    private final PenaltyWindowLists lists;
    private final Trusts trusts;

    PenaltyWindowController(PenaltyWindowReader windows, PenaltyWindowLists lists, Trusts trusts) {
        this.windows = windows;
        this.lists = lists;
        this.trusts = trusts;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/api/v1/schools/{urn}/pupils/{pupilId}/penalty-windows")
    PenaltyWindowReader.Windows ofPupil(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Instant asOf) {
        return windows.read(urn, pupilId, on, orNow(asOf));
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.TRUST_EXECUTIVE})
    @GetMapping("/api/v1/schools/{urn}/penalty-windows")
    Page<PenaltyWindowLine> ofSchool(
            Caller caller,
            @PathVariable Urn urn,
            @RequestParam(defaultValue = "1") int minSessions,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return lists.list(List.of(urn), minSessions, on, orNow(asOf), seesNames(caller), limit, cursor);
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.TRUST_EXECUTIVE})
    @GetMapping("/api/v1/trusts/{trust}/penalty-windows")
    Page<PenaltyWindowLine> ofTrust(
            Caller caller,
            @PathVariable TrustId trust,
            @RequestParam(defaultValue = "1") int minSessions,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Instant instant = orNow(asOf);
        return lists.list(
                trusts.require(trust, caller, instant), minSessions, on, instant, seesNames(caller), limit, cursor);
    }

    private static Instant orNow(@Nullable Instant asOf) {
        return Objects.requireNonNullElse(asOf, Instant.MAX);
    }

    private static boolean seesNames(Caller caller) {
        return caller.isAny(Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD);
    }
}
