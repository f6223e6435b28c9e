package uk.muster.benchmarks.pages;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import me.tongfei.progressbar.ProgressBar;
import org.HdrHistogram.Histogram;
import uk.muster.benchmarks.load.Caller;
import uk.muster.benchmarks.load.Progress;
import uk.muster.benchmarks.load.Response;

/** Signs in whoever asks for a page, and asks for each page alone: until it is warm, and then timed. */
public final class PageTiming {

    private static final int OK = 200;

    /** A quarter of the samples comes first and is not timed; what is slow at first would be all that 99 of 100 tell of. */
    private static final int WARM_UP_SHARE = 4;

    /** Answers that are asked for without compression, to be weighed. */
    private static final int WEIGHED = 10;

    private final URI console;
    private final int samples;
    private final SplittableRandom random;
    private final Map<String, ConsoleSession> sessions = new HashMap<>();

    public PageTiming(URI console, int samples, long seed) {
        this.console = console;
        this.samples = samples;
        this.random = new SplittableRandom(seed);
    }

    public List<PageTimes> time(List<ConsolePage> pages) throws IOException, InterruptedException {
        for (ConsolePage page : pages) {
            if (!sessions.containsKey(page.person())) {
                sessions.put(page.person(), ConsoleSession.signIn(console, page.person()));
            }
        }
        List<PageTimes> times = new ArrayList<>();
        int warmUp = samples / WARM_UP_SHARE;
        try (Caller caller = new Caller(console);
                ProgressBar bar = Progress.bar("Pages", (long) pages.size() * (warmUp + samples))) {
            for (ConsolePage page : pages) {
                times.add(time(caller, page, warmUp, bar));
            }
        }
        return times;
    }

    private PageTimes time(Caller caller, ConsolePage page, int warmUp, ProgressBar bar) throws IOException {
        ConsoleSession session = Objects.requireNonNull(sessions.get(page.person()));
        Histogram first = new Histogram(3);
        Histogram warm = new Histogram(3);
        int refused = 0;
        int compressed = 0;
        int plain = 0;
        for (int i = 0; i < warmUp + samples; i++) {
            Response response = ask(caller, page, session, i < warmUp ? first : warm);
            refused += response.status() == OK ? 0 : 1;
            compressed = Math.max(compressed, response.body().length);
            if (i < WEIGHED && page.form().isEmpty()) {
                plain = Math.max(
                        plain,
                        caller.call("GET " + page.draw().apply(random), session.plain())
                                .body()
                                .length);
            }
            bar.step();
        }
        return new PageTimes(page, first.getMaxValue() / 1000.0, warm, compressed, plain, refused);
    }

    private Response ask(Caller caller, ConsolePage page, ConsoleSession session, Histogram micros) throws IOException {
        String path = page.draw().apply(random);
        long begun = System.nanoTime();
        Response response = page.form().isEmpty()
                ? caller.call("GET " + path, session.compressed())
                : caller.call(
                        "POST " + path,
                        session.sending(),
                        page.form() + "&" + ConsoleSession.form("_csrf", session.csrf()));
        micros.recordValue((System.nanoTime() - begun) / 1000);
        return response;
    }
}
