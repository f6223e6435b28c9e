package uk.muster.benchmarks.morning;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import uk.muster.benchmarks.load.Freshness;
import uk.muster.benchmarks.load.Headers;
import uk.muster.benchmarks.load.LoadClient;
import uk.muster.benchmarks.load.Progress;
import uk.muster.benchmarks.machine.ProcessorTime;
import uk.muster.benchmarks.school.Admissions;
import uk.muster.benchmarks.school.NationalMarks;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.simulator.school.SchoolDays;
import uk.muster.simulator.term.NationalRates;

/** Admits, warms up with some days, measures the mornings after them, and compares all of them with the ledger and the read model. */
final class MorningRun {

    /** While warming up, so that the questions are warm too. */
    private static final Duration OFTEN = Duration.ofMillis(20);

    /** While measuring, of a processor time that is nearly all the registers'. */
    private static final Duration SELDOM = Duration.ofMillis(200);

    private final Target target;
    private final MorningOptions options;
    private final England england;
    private final Mornings mornings;
    private final BitSet acknowledged = new BitSet();

    /** @param today the days are the school days before it, the first of them the warm-up */
    MorningRun(Target target, MorningOptions options, LocalDate today) {
        this.target = target;
        this.options = options;
        this.england = new England(options.share(), today);
        SchoolCalendar calendar = england.schools().getFirst().calendar();
        List<LocalDate> days = SchoolDays.of(calendar);
        int wanted = options.mornings() + options.warmUp();
        if (days.size() < wanted) {
            throw new IllegalArgumentException("There are only " + days.size()
                    + " school days before today: choose fewer mornings with --mornings and --warm-up.");
        }
        this.mornings = new Mornings(
                england.classrooms(),
                days.subList(days.size() - wanted, days.size()),
                options.warmUp(),
                new NationalMarks(NationalRates.published(), options.seed()));
    }

    MorningReport run() throws IOException, SQLException, InterruptedException {
        byte[] mis = Headers.of(target.commands(), target.mis());
        try (LoadClient client = new LoadClient(target.commands(), options.connections())) {
            new Admissions(client, mis, options.seed()).admit(england.schools());
            warmUp(client, mis);
            return measure(client, mis);
        }
    }

    /** Questions are warmed up as the registers are: a service compiles what it does, and compiles for long. */
    private void warmUp(LoadClient client, byte[] mis) throws IOException, InterruptedException {
        Freshness freshness = freshness(OFTEN);
        try {
            write(client, "Warm-up", 0, mornings.warmedUp(), mis, freshness);
        } finally {
            freshness.finish();
        }
    }

    private Freshness freshness(Duration atMostEvery) {
        return new Freshness(target.queries(), Headers.of(target.queries(), target.mis()), atMostEvery);
    }

    private MorningReport measure(LoadClient client, byte[] mis)
            throws IOException, SQLException, InterruptedException {
        Freshness freshness = freshness(SELDOM);
        Target.Use before = target.use();
        long begun = System.nanoTime();
        Writing writing;
        double seconds;
        Target.Use after;
        try {
            writing = write(client, "Measured", mornings.warmedUp(), mornings.count(), mis, freshness);
            seconds = (System.nanoTime() - begun) / 1e9;
            after = target.use();
        } finally {
            freshness.finish();
        }
        MorningComparison comparison = compare();
        Target.Use settled = target.use();
        return new MorningReport(
                options,
                england,
                writing,
                seconds,
                freshness,
                ProcessorTime.between(before.processorSeconds(), after.processorSeconds()),
                before,
                after,
                settled,
                comparison);
    }

    private Writing write(LoadClient client, String name, int from, int end, byte[] headers, Freshness freshness)
            throws IOException {
        try (ProgressBar bar = Progress.bar(name, (long) end - from)) {
            Writing writing = new Writing(mornings, headers, from, end, acknowledged, bar, freshness);
            client.run(writing);
            return writing;
        }
    }

    private MorningComparison compare() throws IOException {
        try (LoadClient client = new LoadClient(target.queries(), 4)) {
            LedgerCheck ledger;
            try (ProgressBar bar = Progress.bar("Ledger", england.schools().size())) {
                ledger = new LedgerCheck(
                        england.schools(), mornings, Headers.of(target.queries(), target.auditor()), bar);
                client.run(ledger);
            }
            ledger.outcome().requireNoRefusal();
            BitSet read = readBack(client, acknowledged);
            BitSet again = (BitSet) acknowledged.clone();
            again.andNot(read);
            read.or(readBack(client, again));
            return MorningComparison.of(acknowledged, ledger, read);
        }
    }

    private BitSet readBack(LoadClient client, BitSet wanted) throws IOException {
        try (ProgressBar bar = Progress.bar("Read model", wanted.cardinality())) {
            ReadBack back = new ReadBack(mornings, wanted, Headers.of(target.queries(), target.mis()), bar);
            client.run(back);
            return back.same();
        }
    }
}
