package uk.muster.query.reward;

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
import uk.muster.kernel.identity.Urn;

/** {@code GET /schools/{urn}/rewards}. */
@RestController
final class RewardController {

    private final RewardLists lists;

    RewardController(RewardLists lists) {
        this.lists = lists;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/api/v1/schools/{urn}/rewards")
    RewardPage rewards(
            @PathVariable Urn urn,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String earned,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return lists.list(urn, from, to, earned, Objects.requireNonNullElse(asOf, Instant.MAX), limit, cursor);
    }
}
