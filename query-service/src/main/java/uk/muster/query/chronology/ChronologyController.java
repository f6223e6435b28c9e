package uk.muster.query.chronology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
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
import uk.muster.kernel.identity.Urn;

/** {@code GET /schools/{urn}/pupils/{pupilId}/chronology}. */
@RestController
final class ChronologyController {

    private final ChronologyReader chronology;

    ChronologyController(ChronologyReader chronology) {
        this.chronology = chronology;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/api/v1/schools/{urn}/pupils/{pupilId}/chronology")
    Page<ChronologyItem> chronology(
            Caller caller,
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String kinds,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Set<Kind> wanted = kinds == null ? EnumSet.allOf(Kind.class) : Kind.parse(kinds);
        return chronology.read(
                urn,
                pupilId,
                new ChronologyReader.Question(from, to, wanted, Objects.requireNonNullElse(asOf, Instant.MAX)),
                Sight.of(caller),
                limit,
                cursor);
    }
}
