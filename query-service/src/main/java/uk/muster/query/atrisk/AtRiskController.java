package uk.muster.query.atrisk;

import java.time.Instant;
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
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.TrustId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.atrisk.Question.Asked;
import uk.muster.query.school.Trusts;

/** {@code GET /schools/{urn}/at-risk} and {@code GET /trusts/{trust}/at-risk}. A trust's executive reads both without names. */
@RestController
final class AtRiskController {

    private final AtRiskLists lists;
    private final Trusts trusts;

    AtRiskController(AtRiskLists lists, Trusts trusts) {
        this.lists = lists;
        this.trusts = trusts;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.TRUST_EXECUTIVE})
    @GetMapping("/api/v1/schools/{urn}/at-risk")
    Page<AtRiskLine> ofSchool(
            Caller caller,
            @PathVariable Urn urn,
            @RequestParam(required = false) @Nullable String band,
            @RequestParam(required = false) @Nullable String yearGroup,
            @RequestParam(required = false) @Nullable GroupId group,
            @RequestParam(required = false) @Nullable String flag,
            @RequestParam(defaultValue = "percentage") String sort,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Asked asked = new Asked(band, yearGroup, group, flag, sort);
        return lists.list(List.of(urn), asked, orNow(asOf), seesNames(caller), limit, cursor);
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.TRUST_EXECUTIVE})
    @GetMapping("/api/v1/trusts/{trust}/at-risk")
    Page<AtRiskLine> ofTrust(
            Caller caller,
            @PathVariable TrustId trust,
            @RequestParam(required = false) @Nullable String band,
            @RequestParam(required = false) @Nullable String yearGroup,
            @RequestParam(required = false) @Nullable GroupId group,
            @RequestParam(required = false) @Nullable String flag,
            @RequestParam(defaultValue = "percentage") String sort,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Asked asked = new Asked(band, yearGroup, group, flag, sort);
        Instant instant = orNow(asOf);
        return lists.list(trusts.require(trust, caller, instant), asked, instant, seesNames(caller), limit, cursor);
    }

    private static Instant orNow(@Nullable Instant asOf) {
        return Objects.requireNonNullElse(asOf, Instant.MAX);
    }

    private static boolean seesNames(Caller caller) {
        return caller.isAny(Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD);
    }
}
