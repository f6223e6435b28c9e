package uk.muster.query.task;

import java.time.Instant;
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
import uk.muster.kernel.identity.Urn;
import uk.muster.query.register.SpecialCategory;

/** {@code GET /schools/{urn}/tasks}. */
@RestController
final class TaskController {

    private final TaskLists lists;

    TaskController(TaskLists lists) {
        this.lists = lists;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/api/v1/schools/{urn}/tasks")
    Page<TaskLine> tasks(
            Caller caller,
            @PathVariable Urn urn,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return lists.list(
                urn,
                TaskQuestion.parse(status, kind, dueBefore),
                Objects.requireNonNullElse(asOf, Instant.MAX),
                SpecialCategory.seesSafeguarding(caller),
                limit,
                cursor);
    }
}
