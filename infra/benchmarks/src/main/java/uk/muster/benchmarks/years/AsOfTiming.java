package uk.muster.benchmarks.years;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.benchmarks.load.Caller;
import uk.muster.benchmarks.load.Headers;
import uk.muster.benchmarks.load.Progress;
import uk.muster.benchmarks.load.Response;

/** Asks one kind of question: once, until it is warm, then alone and with two callers, each asking again as soon as it is answered. */
final class AsOfTiming {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Integer> CALLERS = List.of(1, 2);
    private static final int OK = 200;
    private static final int CHECKED = 200;

    private final YearsTarget target;
    private final YearsOptions options;
    private final AsOfQuestion question;
    private final byte[] headers;
    private final AtomicLong refused = new AtomicLong();
    private final SplittableRandom random;

    AsOfTiming(YearsTarget target, YearsOptions options, AsOfQuestion question) {
        this.target = target;
        this.options = options;
        this.question = question;
        this.headers = Headers.of(target.queries(), target.head());
        this.random = new SplittableRandom(options.seed() + question.name().hashCode());
    }

    /** @param first milliseconds of the first answer, as {@link #first} gave it */
    AsOfTimes time(double first) throws IOException, InterruptedException {
        int wrong = wrong();
        ask(new Histogram(3), options.warmUp(), random.split(), "Warm-up");
        Map<Integer, Histogram> byCallers = new TreeMap<>();
        for (int callers : CALLERS) {
            byCallers.put(callers, askAtOnce(callers));
        }
        return new AsOfTimes(question, first, byCallers, refused.get(), CHECKED, wrong);
    }

    /** Milliseconds of one answer. */
    double first() throws IOException {
        Histogram micros = new Histogram(3);
        try (Caller caller = new Caller(target.queries())) {
            ask(caller, micros, random);
        }
        return micros.getMaxValue() / 1000.0;
    }

    private int wrong() throws IOException {
        int wrong = 0;
        try (Caller caller = new Caller(target.queries());
                ProgressBar bar = Progress.bar(question.name() + ": checked", CHECKED)) {
            for (int i = 0; i < CHECKED; i++) {
                AsOfQuestion.Asked asked = question.draw(random);
                Response response = caller.call("GET " + asked.path(), headers);
                if (response.status() != OK || !asked.isRight().test(JSON.readTree(response.body()))) {
                    wrong++;
                }
                bar.step();
            }
        }
        return wrong;
    }

    private Histogram askAtOnce(int callers) throws InterruptedException {
        Histogram micros = new ConcurrentHistogram(3);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            SplittableRandom own = random.split();
            String name = "%d callers".formatted(callers);
            threads.add(Thread.ofPlatform().start(() -> ask(micros, options.samples() / callers, own, name)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return micros;
    }

    private void ask(Histogram micros, int count, SplittableRandom own, String name) {
        try (Caller caller = new Caller(target.queries());
                ProgressBar bar = Progress.bar(question.name() + ": " + name, count)) {
            for (int i = 0; i < count; i++) {
                ask(caller, micros, own);
                bar.step();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(Caller caller, Histogram micros, SplittableRandom own) throws IOException {
        String line = "GET " + question.draw(own).path();
        long begun = System.nanoTime();
        Response response = caller.call(line, headers);
        micros.recordValue((System.nanoTime() - begun) / 1000);
        if (response.status() != OK) {
            refused.incrementAndGet();
        }
    }
}
