package uk.muster.query.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.access.Looks;

/** {@code GET /audit/replay}: a history step by step, the auditor's alone. */
@RestController
final class ReplayController {

    private static final int BUFFER = 64 * 1024;

    private final Replay replay;
    private final Ledger ledger;
    private final Looks looks;

    ReplayController(Replay replay, Ledger ledger, Looks looks) {
        this.replay = replay;
        this.ledger = ledger;
        this.looks = looks;
    }

    /**
     * Of a register where date, session and group are given, of a pupil where the id is, else of the whole school.
     *
     * @param from,to first and last day (Europe/London) on which facts were recorded, both inclusive
     */
    @Allowed(Role.AUDITOR)
    @GetMapping("/api/v1/audit/replay")
    void replay(
            Caller caller,
            HttpServletResponse response,
            @RequestParam Urn urn,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable SessionHalf session,
            @RequestParam(required = false) @Nullable GroupId group,
            @RequestParam(required = false) @Nullable PupilId pupilId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to)
            throws IOException {
        caller.requireSchool(urn);
        long last = ledger.lastPosition(urn)
                .orElseThrow(() -> Problem.unknownSchool().asException());
        ReplayScope scope = scope(urn, date, session, group, pupilId);
        long after = from == null ? 0 : ledger.lastBefore(urn, London.startOf(from));
        long until = to == null ? last : ledger.lastBefore(urn, London.startOf(to.plusDays(1)));
        List<StoredEvent> first = replay.firstPage(scope, after, until);
        looks.at(scope.look());
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding("UTF-8");
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        replay.write(scope, until, first, out);
    }

    private ReplayScope scope(
            Urn urn,
            @Nullable LocalDate date,
            @Nullable SessionHalf session,
            @Nullable GroupId group,
            @Nullable PupilId pupil) {
        if (date != null && session != null && group != null && pupil == null) {
            return register(new RegisterId(urn, new SessionKey(date, session), group));
        }
        if (Stream.of(date, session, group).anyMatch(each -> each != null)) {
            throw Problem.invalid("A register is named by date, session and group together, and by no pupilId.")
                    .asException();
        }
        return pupil == null ? new ReplayScope.OfSchool(urn) : pupil(urn, pupil);
    }

    private ReplayScope register(RegisterId id) {
        if (ledger.ofStream(id.toString(), 1).isEmpty()) {
            throw Problem.unknown("Nothing was ever recorded in that register.").asException();
        }
        return new ReplayScope.OfRegister(id);
    }

    private ReplayScope pupil(Urn urn, PupilId id) {
        Set<PupilNumber> ofThisSchool =
                ledger.identities(urn, ledger.numbersOf(id)).keySet();
        return ofThisSchool.stream()
                .findFirst()
                .<ReplayScope>map(number -> new ReplayScope.OfPupil(urn, id, number))
                .orElseThrow(() -> Problem.unknown("There is no such pupil.").asException());
    }
}
