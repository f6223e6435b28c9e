package uk.muster.query.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;

/** {@code GET /schools/{urn}/pupils/{pupilId}/evidence} and {@code .../record}. */
@RestController
final class EvidenceController {

    private final EvidenceDownloads downloads;

    EvidenceController(EvidenceDownloads downloads) {
        this.downloads = downloads;
    }

    /**
     * What is recorded of a pupil in a period, with the proofs behind it.
     *
     * @param from,to first and last day, both inclusive, at most seven years apart
     */
    @Allowed({Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/api/v1/schools/{urn}/pupils/{pupilId}/evidence")
    ResponseEntity<byte[]> evidence(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam Purpose purpose,
            @RequestParam(defaultValue = "zip") String format) {
        return downloads.pack(urn, pupilId, from, to, purpose, PackFormat.parse(format));
    }

    /**
     * The educational record of a pupil, for a parent or the pupil: everything up to today.
     *
     * @param askedOn the day on which they asked for it; today when it is left out
     */
    @Allowed(Role.HEAD)
    @GetMapping("/api/v1/schools/{urn}/pupils/{pupilId}/record")
    ResponseEntity<byte[]> record(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            @RequestParam(required = false) @Nullable LocalDate askedOn,
            @RequestParam(defaultValue = "pdf") String format) {
        return downloads.record(urn, pupilId, askedOn, PackFormat.parse(format));
    }
}
