package uk.muster.query.evidence;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;

/** {@code GET /schools/{urn}/pupils/{pupilId}/evidence} and {@code .../record}. */
@RestController
final class EvidenceController {

    private static final Period LONGEST = Period.ofYears(7);

    private final EvidencePacks packs;
    private final PackPrinter printer;
    private final InstantSource clock;

    EvidenceController(EvidencePacks packs, PackPrinter printer, InstantSource businessClock) {
        this.packs = packs;
        this.printer = printer;
        this.clock = businessClock;
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
        if (purpose == Purpose.RECORD) {
            throw Problem.invalid("The educational record is at .../record.").asException();
        }
        return answer(packs.make(urn, pupilId, from, to, purpose, London.dateOf(clock.instant())), wanted);
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
        Format wanted = Format.parse(format);
        if (wanted != Format.PDF && wanted != Format.JSON) {
            throw Problem.invalid("format must be pdf or json.").asException();
        }
        LocalDate today = London.dateOf(clock.instant());
        LocalDate asked = Objects.requireNonNullElse(askedOn, today);
        return answer(packs.make(urn, pupilId, today.minus(LONGEST), today, Purpose.RECORD, asked), wanted);
    }

    private ResponseEntity<byte[]> answer(EvidencePacks.Made made, Format wanted) {
        EvidencePack pack = made.pack();
        byte[] body = switch (wanted) {
            case ZIP -> PackArchive.of(made, printer.print(pack));
            case PDF -> printer.print(pack);
            case JSON -> WireJson.mapper().writeValueAsBytes(pack);
            case PROOFS -> made.proofs();
        };
        String name = pack.purpose() == Purpose.RECORD ? "record" : "evidence";
        ContentDisposition file = ContentDisposition.attachment()
                .filename(name + "-" + pack.school().urn() + "-" + pack.pupil().pupilId() + "." + wanted.ending)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(wanted.type))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(body);
    }
}
