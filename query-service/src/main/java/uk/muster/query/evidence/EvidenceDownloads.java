package uk.muster.query.evidence;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import uk.muster.http.convention.WireJson;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;

/** Packs as files, for programs and for the page of a child. Whoever is given one is recorded. */
public final class EvidenceDownloads {

    private static final Period LONGEST = Period.ofYears(7);

    private final EvidencePacks packs;
    private final PackPrinter printer;
    private final InstantSource clock;

    EvidenceDownloads(EvidencePacks packs, PackPrinter printer, InstantSource clock) {
        this.packs = packs;
        this.printer = printer;
        this.clock = clock;
    }

    /**
     * A pack with everything in one archive.
     *
     * @param from,to first and last day, both inclusive, at most seven years apart
     * @throws uk.muster.http.problem.ProblemException 404 when school or pupil is unknown; 422 for days in the wrong order or too far apart, and
     *     for the educational record, which is no pack
     */
    public ResponseEntity<byte[]> archive(Urn urn, PupilId pupil, LocalDate from, LocalDate to, Purpose purpose) {
        return pack(urn, pupil, from, to, purpose, PackFormat.ZIP);
    }

    /** As {@link #archive}, in any format. */
    ResponseEntity<byte[]> pack(
            Urn urn, PupilId pupil, LocalDate from, LocalDate to, Purpose purpose, PackFormat format) {
        if (to.isBefore(from) || to.isAfter(from.plus(LONGEST))) {
            throw Problem.invalid("to must be on or after from, and at most seven years later.")
                    .asException();
        }
        if (purpose == Purpose.RECORD) {
            throw Problem.invalid("The educational record is at .../record.").asException();
        }
        return file(packs.make(urn, pupil, from, to, purpose, London.dateOf(clock.instant())), format);
    }

    /**
     * The educational record: everything up to today.
     *
     * @param askedOn today when it is left out
     * @throws uk.muster.http.problem.ProblemException 422 for a format other than those to read
     */
    ResponseEntity<byte[]> record(Urn urn, PupilId pupil, @Nullable LocalDate askedOn, PackFormat format) {
        if (format != PackFormat.PDF && format != PackFormat.JSON) {
            throw Problem.invalid("format must be pdf or json.").asException();
        }
        LocalDate today = London.dateOf(clock.instant());
        LocalDate asked = askedOn == null ? today : askedOn;
        return file(packs.make(urn, pupil, today.minus(LONGEST), today, Purpose.RECORD, asked), format);
    }

    private ResponseEntity<byte[]> file(EvidencePacks.Made made, PackFormat format) {
        EvidencePack pack = made.pack();
        byte[] body = switch (format) {
            case ZIP -> PackArchive.of(made, printer.print(pack));
            case PDF -> printer.print(pack);
            case JSON -> WireJson.mapper().writeValueAsBytes(pack);
            case PROOFS -> made.proofs();
        };
        String name = pack.purpose() == Purpose.RECORD ? "record" : "evidence";
        ContentDisposition file = ContentDisposition.attachment()
                .filename(name + "-" + pack.school().urn() + "-" + pack.pupil().pupilId() + "." + format.ending())
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(format.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(body);
    }
}
