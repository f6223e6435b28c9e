package uk.muster.benchmarks.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import uk.muster.benchmarks.load.Caller;
import uk.muster.benchmarks.load.Outcome;
import uk.muster.benchmarks.load.Response;

/** Asks for one list again and again at its pace, on a thread of its own. A question that comes late is asked at once, so that a slow answer hides none. */
final class ListReader {

    private final TimedList list;
    private final URI queries;
    private final byte[] headers;
    private final Duration after;
    private final Histogram micros = new Histogram(3);
    private final Outcome outcome = new Outcome();
    private final Thread thread;
    private volatile boolean finished;

    /** @param after when the first question is due, from the start: people do not ask for all lists at the same moment of each second */
    ListReader(TimedList list, URI queries, byte[] headers, Duration after) {
        this.list = list;
        this.queries = queries;
        this.headers = headers;
        this.after = after;
        this.thread = Thread.ofPlatform().daemon().name(list.name()).unstarted(this::ask);
    }

    void start() {
        thread.start();
    }

    void finish() throws InterruptedException {
        finished = true;
        thread.join();
    }

    TimedList list() {
        return list;
    }

    /** Microseconds from when the question was due until its whole answer was there. */
    Histogram micros() {
        return micros;
    }

    Outcome outcome() {
        return outcome;
    }

    private void ask() {
        try (Caller caller = new Caller(queries)) {
            long due = System.nanoTime() + after.toNanos();
            while (!finished) {
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                Response response = caller.call("GET " + list.path(), headers);
                micros.recordValue((System.nanoTime() - due) / 1000);
                outcome.count(list.name(), response);
                due += list.every().toNanos();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
