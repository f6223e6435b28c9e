package uk.muster.benchmarks.morning;

import java.util.BitSet;
import me.tongfei.progressbar.ProgressBar;
import org.HdrHistogram.Histogram;
import uk.muster.benchmarks.load.Freshness;
import uk.muster.benchmarks.load.Outcome;
import uk.muster.benchmarks.load.RequestBuffer;
import uk.muster.benchmarks.load.Requests;
import uk.muster.benchmarks.load.Response;

/** One {@code PUT} for each register of some mornings. */
final class Writing implements Requests {

    private final Mornings mornings;
    private final byte[] headers;
    private final int end;
    private final BitSet acknowledged;
    private final Outcome outcome = new Outcome();
    private final Histogram micros = new Histogram(3);
    private final ProgressBar bar;
    private final Freshness freshness;
    private int next;

    /**
     * @param from first number to send
     * @param end number after the last
     * @param acknowledged where the numbers accepted are kept
     */
    Writing(
            Mornings mornings,
            byte[] headers,
            int from,
            int end,
            BitSet acknowledged,
            ProgressBar bar,
            Freshness freshness) {
        this.mornings = mornings;
        this.headers = headers;
        this.next = from;
        this.end = end;
        this.acknowledged = acknowledged;
        this.bar = bar;
        this.freshness = freshness;
    }

    /** Microseconds from the request to its whole answer. */
    Histogram micros() {
        return micros;
    }

    Outcome outcome() {
        return outcome;
    }

    @Override
    public int write(RequestBuffer out) {
        if (next == end) {
            return NONE;
        }
        mornings.writeBody(next, out);
        out.end("PUT " + mornings.path(next), headers);
        return next++;
    }

    @Override
    public void answered(int number, Response response, long nanos) {
        micros.recordValue(nanos / 1000);
        outcome.count(mornings.id(number), response);
        if (response.status() == 201) {
            acknowledged.set(number);
            freshness.acknowledged(mornings.path(number), response);
        }
        bar.step();
    }
}
