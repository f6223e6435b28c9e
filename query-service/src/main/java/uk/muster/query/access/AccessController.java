package uk.muster.query.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.access.LookLists.Days;

/** Who looked: of a school for the auditor, of a pupil for the head, and the log itself to be checked. */
@RestController
final class AccessController {

    private static final int BUFFER = 64 * 1024;

    private final LookLists lists;
    private final LookStore store;

    AccessController(LookLists lists, LookStore store) {
        this.lists = lists;
        this.store = store;
    }

    @Allowed(Role.AUDITOR)
    @GetMapping("/api/v1/audit/access")
    Page<LookLine> ofSchool(
            Caller caller,
            @RequestParam Urn urn,
            @RequestParam(required = false) @Nullable PupilId pupilId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        caller.requireSchool(urn);
        Days days = new Days(from, to);
        return pupilId == null
                ? lists.ofSchool(urn, days, limit, cursor)
                : lists.ofPupil(urn, pupilId, days, limit, cursor);
    }

    @Allowed(Role.HEAD)
    @GetMapping("/api/v1/schools/{urn}/pupils/{pupilId}/accesses")
    Page<LookLine> ofPupil(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return lists.ofPupil(urn, pupilId, new Days(from, to), limit, cursor);
    }

    /**
     * The school's log as lines of JSON that the verifier of exports checks.
     *
     * @param after position after which to begin
     * @param until last position, inclusive; the log's last when it is left out
     */
    @Allowed(Role.AUDITOR)
    @GetMapping("/api/v1/audit/access/export")
    void export(
            Caller caller,
            HttpServletResponse response,
            @RequestParam Urn urn,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Long until)
            throws IOException {
        caller.requireSchool(urn);
        long last = store.lastPosition(urn).orElse(0L);
        long end = Math.min(last, Objects.requireNonNullElse(until, last));
        LookExport export = new LookExport(store, urn, end);
        List<StoredEvent> first = export.page(after);
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding("UTF-8");
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        export.write(after, first, out);
    }
}
