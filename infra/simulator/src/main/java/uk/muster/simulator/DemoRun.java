package uk.muster.simulator;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.kernel.identity.PupilId;
import uk.muster.simulator.http.Callers;
import uk.muster.simulator.http.Refused;
import uk.muster.simulator.http.SchoolPost;
import uk.muster.simulator.term.Action;
import uk.muster.simulator.term.NationalRates;
import uk.muster.simulator.term.SchoolTerm;
import uk.muster.simulator.term.SettledMarks;

/** Posts the current term of the four demo schools, checks that the read side counts what was posted, and prints the table of rates. */
final class DemoRun {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Callers callers;
    private final Instant now;
    private final NationalRates rates = NationalRates.published();
    private final SettledMarks marks = new SettledMarks();
    private final List<SchoolTerm> terms;

    /** @param now by the instance's clock; nothing later is posted */
    DemoRun(Callers callers, Instant now, long seed) {
        this.callers = callers;
        this.now = now;
        this.terms = DemoTerms.draw(now.atZone(LONDON).toLocalDate(), seed);
    }

    /** What the first school had sent by now, in order of time. */
    List<Action> posted() {
        return due(terms.getFirst());
    }

    private List<Action> due(SchoolTerm term) {
        return term.actions().stream().filter(a -> !a.at().isAfter(now)).toList();
    }

    /**
     * @throws Refused when the service refuses anything
     * @throws DemoMismatch when the read side counts something else than was posted
     */
    void post(PrintStream out) {
        long total = terms.stream().mapToLong(term -> due(term).size()).sum();
        try (ProgressBar bar = bar("Posting", total);
                ExecutorService schools = Executors.newVirtualThreadPerTaskExecutor()) {
            inParallel(
                    schools,
                    terms.stream()
                            .<Runnable>map(term -> () -> post(term, due(term), bar))
                            .toList());
        }
        out.println();
        out.print(RateTable.of(terms.stream().map(SchoolTerm::plan).toList(), marks, rates));
    }

    private void post(SchoolTerm term, List<Action> actions, ProgressBar bar) {
        SchoolPost post = new SchoolPost(callers, term.plan(), action -> {
            marks.apply(action);
            bar.step();
        });
        post.setUp();
        post.send(actions);
        check(term, post.await());
    }

    /** Every pupil's codes as the read side counts them, against what was posted. */
    private void check(SchoolTerm term, Map<String, String> await) {
        Map<PupilId, SortedMap<String, Integer>> posted =
                marks.countsByPupil(term.plan().urn());
        posted.forEach((pupil, expected) -> {
            JsonNode answer = JSON.readTree(callers.reader()
                    .get("schools/%s/pupils/%s/attendance".formatted(term.plan().urn(), pupil), await)
                    .body());
            SortedMap<String, Integer> counted = new TreeMap<>();
            answer.path("byCode")
                    .properties()
                    .forEach(code -> counted.put(code.getKey(), code.getValue().asInt()));
            if (!counted.equals(expected)) {
                throw new DemoMismatch("Pupil %s of %s has %s on the read side, but %s were posted."
                        .formatted(pupil, term.plan().urn(), counted, expected));
            }
        });
    }

    private static void inParallel(ExecutorService executor, List<Runnable> tasks) {
        try {
            CompletableFuture.allOf(tasks.stream()
                            .map(task -> CompletableFuture.runAsync(task, executor))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static ProgressBar bar(String name, long total) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .build();
    }
}
