package uk.muster.query.pupil;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.body.Body;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Urn;

/** {@code GET /schools/{urn}/pupils} and {@code POST /schools/{urn}/pupils:search}, which keeps names out of URLs. */
@RestController
final class PupilController {

    private static final int LONGEST_TEXT = 200;

    private final PupilLists lists;

    PupilController(PupilLists lists) {
        this.lists = lists;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/api/v1/schools/{urn}/pupils")
    Page<PupilLine> pupils(
            @PathVariable Urn urn,
            @RequestParam(required = false) @Nullable GroupId group,
            @RequestParam(required = false) @Nullable String yearGroup,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return lists.list(urn, group, yearGroup, limit, cursor);
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @PostMapping("/api/v1/schools/{urn}/pupils:search")
    Page<PupilLine> search(
            @PathVariable Urn urn,
            Body body,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        String text = body.read(fields -> fields.line("text", 1, LONGEST_TEXT));
        return lists.search(urn, text, limit, cursor);
    }
}
