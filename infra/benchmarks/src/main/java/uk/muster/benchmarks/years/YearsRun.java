package uk.muster.benchmarks.years;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.benchmarks.load.Caller;
import uk.muster.benchmarks.load.Headers;
import uk.muster.benchmarks.load.LoadClient;
import uk.muster.benchmarks.load.Progress;
import uk.muster.benchmarks.machine.Folders;
import uk.muster.benchmarks.pages.PageTimes;
import uk.muster.benchmarks.pages.PageTiming;
import uk.muster.benchmarks.school.TrialClock;
import uk.muster.verifier.proof.BrokenNoteException;

/** Lives the years at one school, weighs what they come to, checks their export, and asks what was known when. */
final class YearsRun {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PERCENT = 100;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final YearsTarget target;
    private final YearsOptions options;
    private final School school;

    YearsRun(YearsTarget target, YearsOptions options, School school) {
        this.target = target;
        this.options = options;
        this.school = school;
    }

    /** Over no more connections than every day uses: an idle one is closed by the service. */
    Posted post() throws IOException, InterruptedException {
        int connections = Math.min(options.connections(), school.book().registersOfADay());
        try (LoadClient client = new LoadClient(target.commands(), connections);
                TrialClock clock = new TrialClock(target.commands(), target.admin())) {
            return new Posting(target, school, client, clock).post();
        }
    }

    /** Returns when the read models that are built anew are done. */
    void awaitRebuilt() throws IOException, InterruptedException {
        byte[] admin = Headers.of(target.queries(), target.admin());
        try (Caller caller = new Caller(target.queries());
                ProgressBar bar = Progress.bar("Rebuild", PERCENT)) {
            JsonNode state = rebuild(caller, admin);
            while (!state.path("phase").asString("").equals("DONE")) {
                bar.stepTo(state.path("percent").asInt(0));
                Thread.sleep(LOOK); // the contract has no way to be told, only to ask
                state = rebuild(caller, admin);
            }
        }
    }

    private static JsonNode rebuild(Caller caller, byte[] admin) throws IOException {
        return JSON.readTree(caller.call("GET /api/v1/admin/rebuild", admin).body());
    }

    /**
     * Measures a school that was posted.
     *
     * @param posted empty when that was in an earlier run
     * @param folder for the export
     * @param restart starts query-service again, so that what is asked first finds nothing in memory
     */
    YearsReport measure(Optional<Posted> posted, Path folder, Runnable restart)
            throws IOException, InterruptedException, SQLException, BrokenNoteException {
        Sizes sizes = new Sizes(
                target.ledger().bytes(), target.ledger().bytesWithoutIndexes(), Folders.size(target.documents()));
        Export export = Export.fetch(target, school.forms().urn(), folder);
        restart.run();
        List<AsOfTimes> asOf = asOf();
        List<PageTimes> pages = options.pageSamples() == 0
                ? List.of()
                : new PageTiming(target.queries(), options.pageSamples(), options.seed())
                        .time(new SchoolPages(school).all());
        return new YearsReport(options, school, posted, sizes, export, asOf, pages);
    }

    private List<AsOfTimes> asOf() throws IOException, InterruptedException {
        List<AsOfQuestion> questions =
                List.of(new RegisterAsOf(school), new AttendanceAsOf(school), new ChronologyAsOf(school));
        List<AsOfTiming> timings = questions.stream()
                .map(question -> new AsOfTiming(target, options, question))
                .toList();
        List<Double> first = new ArrayList<>();
        for (AsOfTiming timing : timings) {
            first.add(timing.first());
        }
        List<AsOfTimes> times = new ArrayList<>();
        for (int i = 0; i < timings.size(); i++) {
            times.add(timings.get(i).time(first.get(i)));
        }
        return times;
    }
}
