package uk.muster.http;

import static uk.muster.http.identity.Role.ADMIN;
import static uk.muster.http.identity.Role.ATTENDANCE_OFFICER;
import static uk.muster.http.identity.Role.AUDITOR;
import static uk.muster.http.identity.Role.MIS_INTEGRATION;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import uk.muster.http.body.Body;
import uk.muster.http.body.Fields;
import uk.muster.http.convention.MusterPosition;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;

/** Endpoints shaped like the real ones. */
@RestController
@RequestMapping("/api/v1")
public class SampleController {

    record Mark(PupilId pupilId, String code, OptionalInt minutesLate, Optional<String> detail) {
        static Mark from(Fields mark) {
            return new Mark(
                    mark.pupilId("pupilId"),
                    mark.line("code", 1, 2),
                    mark.optionalInteger("minutesLate", 0, 360),
                    mark.optionalText("detail", 1, 1000));
        }
    }

    record Register(Instant takenAt, Person takenBy, List<Mark> marks) {
        static Register from(Fields body) {
            return new Register(
                    body.instant("takenAt"), body.person("takenBy"), body.list("marks", 0, 200, Mark::from));
        }
    }

    record Taken(Urn urn, LocalDate date, SessionHalf session, GroupId group, int marks, Instant takenAt) {}

    @PutMapping("/schools/{urn}/registers/{date}/{session}/{group}")
    @Allowed({MIS_INTEGRATION, ATTENDANCE_OFFICER})
    Taken put(
            @PathVariable Urn urn,
            @PathVariable LocalDate date,
            @PathVariable SessionHalf session,
            @PathVariable GroupId group,
            Body body) {
        Register register = body.read(Register::from);
        return new Taken(urn, date, session, group, register.marks().size(), register.takenAt());
    }

    @GetMapping("/schools/{urn}")
    @Allowed({MIS_INTEGRATION, ATTENDANCE_OFFICER})
    Map<String, String> school(@PathVariable Urn urn, Caller caller) {
        if (urn.value() == 999_999) {
            throw Problem.unknownSchool().asException();
        }
        return Map.of("urn", urn.toString(), "subject", caller.subject());
    }

    @GetMapping("/audit/events")
    @Allowed(AUDITOR)
    Page<Urn> events(
            @RequestParam Urn urn,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam Optional<Instant> asOf,
            Caller caller) {
        caller.requireSchool(urn);
        return new Page<>(List.of(urn), asOf.map(Instant::toString).orElse(null));
    }

    @GetMapping(path = "/audit/stream", produces = "application/x-ndjson")
    @Allowed(AUDITOR)
    StreamingResponseBody stream() {
        return out -> {
            for (int line = 0; line < 10_000; line++) {
                out.write("{}\n".getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    @GetMapping("/awaited")
    @Allowed(ADMIN)
    Map<String, String> awaited(@RequestHeader(MusterPosition.AWAIT) MusterPosition position) {
        return Map.of("position", position.toString());
    }

    @PutMapping("/echo")
    @Allowed(ADMIN)
    Map<String, Object> echo(@RequestBody Map<String, Object> body) {
        return body;
    }

    @GetMapping("/away")
    @Allowed(ADMIN)
    void away() {
        throw Problem.away("The ledger is away.", Duration.ofMillis(1_500)).asException();
    }

    @GetMapping("/crowded")
    @Allowed(ADMIN)
    void crowded() {
        throw Problem.tooMany(Duration.ofSeconds(3)).asException();
    }

    @GetMapping("/unforeseen")
    @Allowed(ADMIN)
    void unforeseen() {
        throw new IllegalStateException("Amelia Example, born 2015-03-01", new RuntimeException("Amelia again"));
    }
}
