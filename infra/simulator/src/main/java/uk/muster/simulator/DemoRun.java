package uk.muster.simulator;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import uk.muster.kernel.calendar.London;
import uk.muster.simulator.http.Callers;
import uk.muster.simulator.http.Refused;
import uk.muster.simulator.http.SchoolPost;
import uk.muster.simulator.term.Action;
import uk.muster.simulator.term.NationalRates;
import uk.muster.simulator.term.SchoolTerm;
import uk.muster.simulator.term.SettledMarks;

/** Posts the current term of the four demo schools, checks that the read side counts what was posted, and prints the table of rates. */
final class DemoRun {

    private final Callers callers;
    private final Instant now;
    private final NationalRates rates = NationalRates.published();
    private final SettledMarks marks = new SettledMarks();
    private final List<SchoolTerm> terms;

    /** @param now by the instance's clock; nothing later is posted */
    DemoRun(Callers callers, Instant now, long seed) {
        this.callers = callers;
        this.now = now;
        this.terms = DemoTerms.draw(now.atZone(London.ZONE).toLocalDate(), seed);
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
        try (ProgressBar bar = bar("Posting", total)) {
            Parallel.run(terms.stream()
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
        Comparison.of(callers.reader(), term.plan().urn(), marks, post.await());
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
