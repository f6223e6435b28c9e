package uk.muster.query.ingest;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.keys.Opener;
import uk.muster.query.keys.SubjectKeys;
import uk.muster.query.store.Place;
import uk.muster.query.store.Projection;
import uk.muster.query.testing.MemoryKeys;
import uk.muster.query.testing.TestLedger;

/**
 * How much a register of thirty marks costs on its way into the document store: wall time, CPU of the ingesting thread, and CPU of the whole process,
 * the document store's included. Run by hand; arguments: registers (default 40,000) and batch (default 500).
 */
public final class IngestBenchmark {

    private static final int PUPILS = 30;

    private IngestBenchmark() {}

    public static void main(String[] args) throws IOException {
        int registers = args.length > 0 ? Integer.parseInt(args[0]) : 40_000;
        int batch = args.length > 1 ? Integer.parseInt(args[1]) : 500;
        TestLedger ledger = ledger(registers);
        List<RelayedEvent> events = ledger.events().stream().map(Feed::relayed).toList();
        Opener opener = new Opener(new SubjectKeys(ledger.keys, MemoryKeys.MASTER));
        Path file = Files.createTempFile("muster-ingest", ".mv");
        measure("memory, warming up", new MemoryBackend(), events, registers, batch, opener);
        measure("memory", new MemoryBackend(), events, registers, batch, opener);
        measure("h2 file", new H2Backend(file.toString()), events, registers, batch, opener);
        System.out.printf("h2 file: %,d bytes a register%n", Files.size(file) / registers);
        Files.delete(file);
    }

    private static void measure(
            String name, MongoBackend backend, List<RelayedEvent> events, int registers, int batch, Opener opener) {
        MongoServer server = new MongoServer(backend);
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            Projection projection = new Projection(client, "bench");
            BatchWriter writer = new BatchWriter(projection, opener);
            int setUp = events.size() - registers;
            writer.write(events.subList(0, setUp));
            long wall = System.nanoTime();
            long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long all = processCpu();
            for (int from = setUp; from < events.size(); from += batch) {
                List<RelayedEvent> some = events.subList(from, Math.min(events.size(), from + batch));
                writer.write(some);
                Place.store(
                        projection,
                        Set.of(new Place(0, from, some.getLast().fact().position())));
            }
            System.out.printf(
                    "%s: %,.0f registers/s; CPU a register: ingest %.1f us, with document store %.1f us%n",
                    name,
                    registers * 1e9 / (System.nanoTime() - wall),
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own) / 1e3 / registers,
                    (processCpu() - all) / 1e3 / registers);
        } finally {
            server.shutdownNow();
        }
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static TestLedger ledger(int registers) {
        TestLedger ledger = new TestLedger();
        Urn urn = TestLedger.URN;
        ledger.openSchool(urn, "{}");
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < PUPILS; i++) {
            String pupil = "p" + i;
            ledger.admit(urn, pupil, "Ash", "4-A", LocalDate.of(2026, 9, 1));
            marks.add(pupil);
            marks.add(i % 10 == 0 ? "I" : "/");
        }
        LocalDate day = LocalDate.of(1990, 1, 1);
        for (int i = 0; i < registers; i++) {
            ledger.take(
                    urn + "/" + day.plusDays(i / 2) + "/" + (i % 2 == 0 ? "AM" : "PM") + "/4-A",
                    marks.toArray(String[]::new));
        }
        return ledger;
    }
}
