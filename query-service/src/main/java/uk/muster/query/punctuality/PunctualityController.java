package uk.muster.query.punctuality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Urn;

/** {@code GET /schools/{urn}/punctuality}. */
@RestController
final class PunctualityController {

    private final PunctualityLists lists;

    PunctualityController(PunctualityLists lists) {
        this.lists = lists;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/api/v1/schools/{urn}/punctuality")
    PunctualityPage punctuality(
            @PathVariable Urn urn,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable GroupId group,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return lists.list(urn, from, to, group, Objects.requireNonNullElse(asOf, Instant.MAX), limit, cursor);
    }
}
