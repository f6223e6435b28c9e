package uk.muster.query.evidence;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import uk.muster.http.convention.WireJson;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;

/** Packs as files, for programs and for the page of a child. Whoever is given one is recorded. */
public final class EvidenceDownloads {

    private static final Period LONGEST = Period.ofYears(7);

    private final EvidencePacks packs;
    private final PackPrinter printer;

    EvidenceDownloads(EvidencePacks packs, PackPrinter printer) {
        this.packs = packs;
        this.printer = printer;
    }

    /**
     * A pack with everything in one archive.
     *
     * @param from,to first and last day, both inclusive, at most seven years apart
     * @throws uk.muster.http.problem.ProblemException 404 when school or pupil is unknown, 422 for days in the wrong order or too far apart
     */
    public ResponseEntity<byte[]> archive(Urn urn, PupilId pupil, LocalDate from, LocalDate to, Purpose purpose) {
        return file(urn, pupil, from, to, purpose, PackFormat.ZIP);
    }

    /** As {@link #archive}, in any format. */
    ResponseEntity<byte[]> file(
            Urn urn, PupilId pupil, LocalDate from, LocalDate to, Purpose purpose, PackFormat format) {
        if (to.isBefore(from) || to.isAfter(from.plus(LONGEST))) {
            throw Problem.invalid("to must be on or after from, and at most seven years later.")
                    .asException();
        }
        EvidencePacks.Made made = packs.make(urn, pupil, from, to, purpose);
        byte[] body = switch (format) {
            case ZIP -> PackArchive.of(made, printer.print(made.pack()));
            case PDF -> printer.print(made.pack());
            case JSON -> WireJson.mapper().writeValueAsBytes(made.pack());
            case PROOFS -> made.proofs();
        };
        ContentDisposition file = ContentDisposition.attachment()
                .filename("evidence-" + urn + "-" + pupil + "." + format.ending())
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(format.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(body);
    }
}
