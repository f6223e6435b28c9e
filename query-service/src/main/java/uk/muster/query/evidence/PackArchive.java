package uk.muster.query.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uk.muster.http.convention.WireJson;

/** A pack as one archive: to read, for programs, the proofs, and how to check them. */
final class PackArchive {

    private static final String HOW_TO_CHECK = """
            evidence.pdf    what is recorded, to read (PDF/A)
            evidence.json   the same for programs
            proofs.ndjson   the events of the ledger behind it, each with the proof that it is in the signed checkpoint

            To check the proofs you need a Java runtime, Muster's verifier, and the public key that the operator of the service gave you:

                java -jar verifier.jar proofs.ndjson --key checkpoint-key.pub

            It says whether each event is as it was recorded, and whether it is in the ledger that was signed. Values of other children read "withheld".
            That nothing was left out between the events shows in an export of the whole register, which an auditor can give.
            """;

    private PackArchive() {}

    static byte[] of(EvidencePacks.Made made, byte[] pdf) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, "README.txt", HOW_TO_CHECK.getBytes(StandardCharsets.UTF_8));
            put(zip, "evidence.pdf", pdf);
            put(zip, "evidence.json", WireJson.mapper().writeValueAsBytes(made.pack()));
            put(zip, "proofs.ndjson", made.proofs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
