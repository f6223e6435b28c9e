package uk.muster.query.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.http.identity.SchoolScope;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.access.Kind;
import uk.muster.query.access.Look;
import uk.muster.query.access.Looks;

/** {@code /audit}: the auditor's alone. */
@RestController
final class AuditController {

    private static final int BUFFER = 64 * 1024;

    private final AmendmentAudit amendments;
    private final EventExport export;
    private final EventProofs proofs;
    private final Ledger ledger;
    private final Looks looks;

    AuditController(AmendmentAudit amendments, EventExport export, EventProofs proofs, Ledger ledger, Looks looks) {
        this.proofs = proofs;
        this.amendments = amendments;
        this.export = export;
        this.ledger = ledger;
        this.looks = looks;
    }

    @Allowed(Role.AUDITOR)
    @GetMapping("/api/v1/audit/amendments")
    Page<AmendmentRecord> amendments(
            Caller caller,
            @RequestParam(required = false) @Nullable Urn urn,
            @RequestParam(required = false) @Nullable PupilId pupilId,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return amendments.read(AmendmentAudit.Question.by(caller, urn, pupilId, author, from, to), limit, cursor);
    }

    /**
     * The school's stored events as lines of JSON; or those of the whole ledger for an auditor of every school, and then nothing that is sealed is
     * opened.
     *
     * @param urn every school's when it is left out
     * @param after position after which to begin
     * @param until last position, inclusive; the last when it is left out
     */
    @Allowed(Role.AUDITOR)
    @GetMapping("/api/v1/audit/events")
    void events(
            Caller caller,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable Urn urn,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Long until)
            throws IOException {
        long last = urn == null ? lastOfAll(caller) : lastOf(caller, urn);
        long end = Math.min(last, Objects.requireNonNullElse(until, last));
        List<StoredEvent> first = export.firstPage(urn, after, end);
        if (urn != null) {
            looks.at(Look.ofSchool(Kind.EXPORT, urn));
        }
        export.write(urn, after, end, first, lines(response));
    }

    /**
     * Single events of a school, with the proofs that they are in the newest checkpoint.
     *
     * @param position 1 to 1,000 of them
     */
    @Allowed(Role.AUDITOR)
    @GetMapping("/api/v1/audit/proofs/events")
    void proofs(Caller caller, HttpServletResponse response, @RequestParam Urn urn, @RequestParam List<Long> position)
            throws IOException {
        lastOf(caller, urn);
        Set<Long> wanted = Set.copyOf(position);
        if (wanted.size() > PageLimit.MOST) {
            throw Problem.invalid("At most " + PageLimit.MOST + " positions at once.")
                    .asException();
        }
        List<StoredEvent> events = ledger.at(urn, wanted);
        if (events.size() < wanted.size()) {
            throw Problem.unknown("Not every position is an event of this school.")
                    .asException();
        }
        EventProofs.Reach reach = proofs.reachAll(events);
        looks.at(Look.ofSchool(Kind.EXPORT, urn));
        proofs.write(reach, null, lines(response));
    }

    private long lastOfAll(Caller caller) {
        if (!(caller.schools() instanceof SchoolScope.Every)) {
            throw Problem.forbidden("The whole ledger is for an auditor of every school; name one with urn.")
                    .asException();
        }
        return ledger.lastPosition();
    }

    private long lastOf(Caller caller, Urn urn) {
        caller.requireSchool(urn);
        return ledger.lastPosition(urn)
                .orElseThrow(() -> Problem.unknownSchool().asException());
    }

    private static OutputStream lines(HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding("UTF-8");
        return new BufferedOutputStream(response.getOutputStream(), BUFFER);
    }
}
