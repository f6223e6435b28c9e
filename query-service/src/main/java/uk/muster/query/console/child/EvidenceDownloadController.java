package uk.muster.query.console.child;

import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.evidence.EvidenceDownloads;
import uk.muster.query.evidence.Purpose;

/** The evidence pack of a child, fetched from their page. */
@Controller
final class EvidenceDownloadController {

    private final EvidenceDownloads downloads;

    EvidenceDownloadController(EvidenceDownloads downloads) {
        this.downloads = downloads;
    }

    /** @param from,to first and last day, both inclusive, at most seven years apart */
    @Allowed({Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/schools/{urn}/pupils/{pupilId}/evidence")
    ResponseEntity<byte[]> evidence(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam Purpose purpose) {
        return downloads.archive(urn, pupilId, from, to, purpose);
    }
}
