package uk.muster.verifier;

import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uk.muster.kernel.identity.Urn;

/**
 * Prints how many events are checked in a second of processor time, from a warm file: registers of thirty, and amendments. Run by hand, since its
 * figures are a machine's.
 */
public final class VerifierThroughput {

    private static final Urn URN = new Urn(900_001);
    private static final int EVENTS = 60_000;
    private static final int ROUNDS = 6;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private VerifierThroughput() {}

    public static void main(String[] args) throws IOException {
        TestExport registers = new TestExport();
        TestExport amendments = new TestExport();
        for (int i = 0; i < EVENTS; i++) {
            registers.register(URN, 30);
            amendments.amendment(URN);
        }
        measure("registers of thirty", registers.lines(""), System.out);
        measure("amendments", amendments.lines(""), System.out);
    }

    private static void measure(String what, List<String> lines, PrintStream out) throws IOException {
        Path file = Files.createTempFile("export", ".ndjson");
        try (OutputStream written = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (String line : lines) {
                written.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = THREAD.getCurrentThreadCpuTime();
            try (InputStream in = new FileInputStream(file.toFile())) {
                Verdict verdict = new Verifier(DataRule.published(), null).check("export", in);
                if (verdict instanceof Verdict.Wrong wrong) {
                    throw new IllegalStateException(wrong.inWords());
                }
            }
            best = Math.min(best, THREAD.getCurrentThreadCpuTime() - begun);
        }
        double seconds = best / 1e9;
        out.printf(
                "%s: %,.0f events a second, %,.0f MB a second, %d bytes a line%n",
                what, EVENTS / seconds, Files.size(file) / seconds / 1e6, Files.size(file) / lines.size());
        Files.delete(file);
    }
}
