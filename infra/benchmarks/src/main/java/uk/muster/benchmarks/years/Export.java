package uk.muster.benchmarks.years;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.muster.kernel.identity.Urn;
import uk.muster.verifier.DataRule;
import uk.muster.verifier.Verdict;
import uk.muster.verifier.Verifier;
import uk.muster.verifier.proof.BrokenNoteException;
import uk.muster.verifier.proof.NoteKey;

/**
 * The school's whole ledger in a file, and its check as {@code ./muster verify} does it.
 *
 * @param lines of the file: an event each, and the closing one
 * @param seconds to fetch it
 * @param verifySeconds to check it, the file in the system's cache
 */
record Export(long lines, long bytes, double seconds, double verifySeconds, Verdict verdict) {

    private static final int OK = 200;

    boolean holds() {
        return verdict instanceof Verdict.Holds;
    }

    static Export fetch(YearsTarget target, Urn urn, Path folder)
            throws IOException, InterruptedException, BrokenNoteException {
        Path file = folder.resolve("export.ndjson");
        long begun = System.nanoTime();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(target.queries().resolve("/api/v1/audit/events?urn=" + urn))
                    .header("Authorization", "Bearer " + target.auditor())
                    .build();
            HttpResponse<Path> response = http.send(request, BodyHandlers.ofFile(file));
            if (response.statusCode() != OK) {
                throw new IllegalStateException("The export was answered " + response.statusCode() + ".");
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long lines = lines(file);
        NoteKey key = NoteKey.parse(Files.readString(target.checkpointKey()));
        long checkBegun = System.nanoTime();
        Verdict verdict;
        try (InputStream in = Files.newInputStream(file)) {
            verdict = new Verifier(DataRule.published(), key)
                    .check(file.getFileName().toString(), in);
        }
        return new Export(lines, Files.size(file), seconds, (System.nanoTime() - checkBegun) / 1e9, verdict);
    }

    private static long lines(Path file) throws IOException {
        long lines = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] chunk = new byte[1 << 16];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                for (int i = 0; i < read; i++) {
                    lines += chunk[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }
}
