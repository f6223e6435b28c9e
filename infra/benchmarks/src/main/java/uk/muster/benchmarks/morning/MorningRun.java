package uk.muster.benchmarks.morning;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
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

/** Admits, warms up with some mornings, measures the others, and compares all of them with the ledger and the read model. */
final class MorningRun {

    private final Target target;
    private final MorningOptions options;
    private final England england;
    private final Mornings mornings;
    private final BitSet acknowledged = new BitSet();

    /** @param today the mornings are the school days before it, the first of them the warm-up */
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
                new NationalMarks(NationalRates.published(), options.seed()));
    }

    MorningReport run() throws IOException, SQLException, InterruptedException {
        byte[] mis = Headers.of(target.commands(), target.mis());
        try (LoadClient client = new LoadClient(target.commands(), options.connections())) {
            new Admissions(client, mis, options.seed()).admit(england.schools());
            write(client, "Warm-up", 0, warmedUp(), mis, null);
            return measure(client, mis);
        }
    }

    private MorningReport measure(LoadClient client, byte[] mis)
            throws IOException, SQLException, InterruptedException {
        Freshness freshness = new Freshness(target.queries(), Headers.of(target.queries(), target.mis()));
        Target.Use before = target.use();
        long begun = System.nanoTime();
        Writing writing;
        double seconds;
        Target.Use after;
        try {
            writing = write(client, "Measured", warmedUp(), mornings.count(), mis, freshness);
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
                settled,
                comparison);
    }

    /** The number of the first register that is measured. */
    private int warmedUp() {
        return mornings.classes() * options.warmUp();
    }

    private Writing write(
            LoadClient client, String name, int from, int end, byte[] headers, @Nullable Freshness freshness)
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
