package uk.muster.query.evidence;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.convention.WireJson;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;

/** {@code GET /schools/{urn}/pupils/{pupilId}/evidence}. */
@RestController
final class EvidenceController {

    private static final Period LONGEST = Period.ofYears(7);

    private final EvidencePacks packs;
    private final PackPrinter printer;

    EvidenceController(EvidencePacks packs, PackPrinter printer) {
        this.packs = packs;
        this.printer = printer;
    }

    /** What the answer is: everything in one archive, or one part of it. */
    private enum Format {
        ZIP("zip", "application/zip"),
        PDF("pdf", "application/pdf"),
        JSON("json", "application/json"),
        PROOFS("ndjson", "application/x-ndjson");

        private final String ending;
        private final String type;

        Format(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        static Format parse(String name) {
            for (Format format : values()) {
                if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return format;
                }
            }
            throw Problem.invalid("format must be zip, pdf, json or proofs.").asException();
        }
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
        Format wanted = Format.parse(format);
        if (to.isBefore(from) || to.isAfter(from.plus(LONGEST))) {
            throw Problem.invalid("to must be on or after from, and at most seven years later.")
                    .asException();
        }
        EvidencePacks.Made made = packs.make(urn, pupilId, from, to, purpose);
        byte[] body = switch (wanted) {
            case ZIP -> PackArchive.of(made, printer.print(made.pack()));
            case PDF -> printer.print(made.pack());
            case JSON -> WireJson.mapper().writeValueAsBytes(made.pack());
            case PROOFS -> made.proofs();
        };
        ContentDisposition file = ContentDisposition.attachment()
                .filename("evidence-" + urn + "-" + pupilId + "." + wanted.ending)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(wanted.type))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(body);
    }
}
