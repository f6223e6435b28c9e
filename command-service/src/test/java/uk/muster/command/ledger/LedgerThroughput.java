package uk.muster.command.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import uk.muster.kernel.event.StoredEvent;

/** Prints how many single-event appends a second the ledger takes, by the number of appenders that wait for it. Run by hand. */
public final class LedgerThroughput {

    private static final String KILOBYTE = "x".repeat(900);

    private LedgerThroughput() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (TestLedger ledger = TestLedger.open()) {
            measure(ledger, 64, Duration.ofSeconds(10), "warming up");
            for (int appenders : new int[] {1, 64, 256}) {
                measure(ledger, appenders, Duration.ofSeconds(5), appenders + " appenders");
            }
            long gathered =
                    ledger.all().stream().map(StoredEvent::position).distinct().count();
            System.out.println("stored " + gathered + ", head " + ledger.reader.head());
        }
    }

    private static void measure(TestLedger ledger, int appenders, Duration time, String what)
            throws InterruptedException {
        LongAdder appended = new LongAdder();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < appenders; i++) {
            String school = Integer.toString(100_000 + i * 7);
            String run = what.replace(' ', '-') + i;
            threads.add(Thread.ofVirtual().start(() -> {
                for (int n = 0; System.nanoTime() < end; n++) {
                    ledger.append(TestLedger.event(school + "/" + run + "/" + n, 0, KILOBYTE));
                    appended.increment();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %.0f events/s%n", what, appended.sum() / seconds);
    }
}
