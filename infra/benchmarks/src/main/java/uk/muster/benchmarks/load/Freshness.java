package uk.muster.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Asks for what shows a sample of the registers as soon as each is acknowledged, with {@code Muster-Await}, and takes the time until
 * query-service answers with it: from accepted to visible, the query itself included.
 */
public final class Freshness {

    private static final int CALLERS = 4;
    private static final long LOOK_UP_MILLIS = 50;

    private final long atMostEveryNanos;
    private final BlockingQueue<Sample> samples = new SynchronousQueue<>();
    private final Histogram micros = new ConcurrentHistogram(3);
    private final AtomicLong unseen = new AtomicLong();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean finished;
    private long lastSample;

    private record Sample(String path, String position, long acknowledged) {}

    /** @param atMostEvery how often a sample is taken: the questions are load too */
    public Freshness(URI queries, byte[] headers, Duration atMostEvery) {
        this.atMostEveryNanos = atMostEvery.toNanos();
        this.lastSample = System.nanoTime() - atMostEveryNanos;
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Thread.ofVirtual().name("freshness-" + i).start(() -> ask(queries, headers)));
        }
    }

    /**
     * Takes a register as a sample unless the last was too short a time ago or all callers are busy.
     *
     * @param path of the query that shows it
     * @param response to the command
     */
    public void acknowledged(String path, Response response) {
        long now = System.nanoTime();
        if (now - lastSample >= atMostEveryNanos) {
            String position = response.header("Muster-Position").orElse("");
            if (!position.isEmpty() && samples.offer(new Sample(path, position, now))) {
                lastSample = now;
            }
        }
    }

    /** Microseconds from acknowledged to visible. */
    public Histogram micros() {
        return micros;
    }

    /** Samples that query-service could not answer in time. */
    public long unseen() {
        return unseen.get();
    }

    private void ask(URI queries, byte[] headers) {
        try (Caller caller = new Caller(queries)) {
            while (!finished) {
                Sample sample = samples.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (sample != null) {
                    ask(caller, headers, sample);
                }
            }
        } catch (IOException e) {
            unseen.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Caller caller, byte[] headers, Sample sample) throws IOException {
        Response response = caller.call("GET " + sample.path(), Headers.awaiting(headers, sample.position()));
        if (response.status() == 200) {
            micros.recordValue((System.nanoTime() - sample.acknowledged()) / 1000);
        } else {
            unseen.incrementAndGet();
        }
    }

    /** Ends after the samples that are under way. */
    public void finish() throws InterruptedException {
        finished = true;
        for (Thread caller : callers) {
            caller.join();
        }
    }
}
