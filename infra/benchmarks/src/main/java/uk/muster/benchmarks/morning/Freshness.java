package uk.muster.benchmarks.morning;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import uk.muster.benchmarks.load.Caller;
import uk.muster.benchmarks.load.Response;

/**
 * Asks for a sample of the registers as soon as each is acknowledged, with {@code Muster-Await}, and takes the time until query-service
 * answers with it: from accepted to visible, the query itself included.
 */
final class Freshness implements AutoCloseable {

    private static final int CALLERS = 4;
    private static final long AT_MOST_EVERY_NANOS = 20_000_000;
    /** A query that awaits a position gives up after 10 s. */
    private static final long LONGEST_AWAIT_SECONDS = 15;

    private static final Sample NO_MORE = new Sample("", "", 0);

    private final BlockingQueue<Sample> samples = new SynchronousQueue<>();
    private final Histogram micros = new ConcurrentHistogram(3);
    private final AtomicLong unseen = new AtomicLong();
    private final List<Thread> callers = new ArrayList<>();
    private long lastSample = System.nanoTime();

    private record Sample(String path, String position, long acknowledged) {}

    Freshness(URI queries, byte[] headers) {
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Thread.ofVirtual().name("freshness-" + i).start(() -> ask(queries, headers)));
        }
    }

    /** Takes the register as a sample unless the last was less than 20 ms ago or all callers are busy. */
    void acknowledged(String path, Response response) {
        long now = System.nanoTime();
        if (now - lastSample >= AT_MOST_EVERY_NANOS) {
            String position = response.header("Muster-Position").orElse("");
            if (!position.isEmpty() && samples.offer(new Sample(path, position, now))) {
                lastSample = now;
            }
        }
    }

    /** Microseconds from acknowledged to visible. */
    Histogram micros() {
        return micros;
    }

    /** Samples that query-service could not answer in time. */
    long unseen() {
        return unseen.get();
    }

    private void ask(URI queries, byte[] headers) {
        try (Caller caller = new Caller(queries)) {
            for (Sample sample = samples.take(); sample != NO_MORE; sample = samples.take()) {
                Response response = caller.call("GET " + sample.path(), Headers.awaiting(headers, sample.position()));
                if (response.status() == 200) {
                    micros.recordValue((System.nanoTime() - sample.acknowledged()) / 1000);
                } else {
                    unseen.incrementAndGet();
                }
            }
        } catch (IOException e) {
            unseen.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends after the samples that are under way. */
    @Override
    public void close() throws InterruptedException {
        for (Thread caller : callers) {
            if (caller.isAlive()) {
                boolean _ = samples.offer(NO_MORE, LONGEST_AWAIT_SECONDS, TimeUnit.SECONDS);
            }
        }
        for (Thread caller : callers) {
            caller.join();
        }
    }
}
