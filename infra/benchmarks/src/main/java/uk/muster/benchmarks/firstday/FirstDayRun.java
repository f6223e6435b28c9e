package uk.muster.benchmarks.firstday;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import me.tongfei.progressbar.ProgressBar;
import uk.muster.benchmarks.load.Headers;
import uk.muster.benchmarks.load.LoadClient;
import uk.muster.benchmarks.load.Outcome;
import uk.muster.benchmarks.load.Progress;
import uk.muster.benchmarks.machine.Memory;
import uk.muster.benchmarks.machine.ProcessorTime;
import uk.muster.benchmarks.school.Admissions;
import uk.muster.benchmarks.school.TrialClock;
import uk.muster.kernel.calendar.London;

/**
 * Admits, takes the morning's registers, and lets the two instants come at which every case has something due. The clock is moved to ten seconds
 * before each and then runs on by itself: the service is surprised by them as on any morning, and late by what it takes.
 */
final class FirstDayRun {

    /** Early enough for the admissions of a whole country. */
    static final Instant BEGUN = at(LocalTime.of(1, 0));

    private static final Instant TAKEN = at(LocalTime.of(8, 30));
    private static final Instant CALLS = at(LocalTime.of(9, 10));
    private static final Instant VISITS = at(LocalTime.of(9, 40));
    private static final Duration BEFORE = Duration.ofSeconds(10);

    /** Between two looks at the ledger, which must not be a load of their own; what is late is told by the recorded instants. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    private final FirstDayTarget target;
    private final FirstDayOptions options;
    private final FirstDaySchools schools;
    private final Cases cases = new Cases(CALLS, VISITS);
    private final Map<String, Map<String, Double>> processorSeconds = new LinkedHashMap<>();

    FirstDayRun(FirstDayTarget target, FirstDayOptions options) {
        this.target = target;
        this.options = options;
        this.schools = new FirstDaySchools(options.share());
    }

    FirstDayReport run() throws IOException, SQLException, InterruptedException {
        byte[] mis = Headers.of(target.commands(), target.mis());
        try (LoadClient client = new LoadClient(target.commands(), options.connections());
                TrialClock clock = new TrialClock(target.commands(), target.admin());
                Memory memory = new Memory(target.processes());
                LedgerTail tail = target.tail()) {
            new Admissions(client, mis, options.seed()).admit(schools.schools());
            clock.advanceTo(TAKEN);
            long ledgerBefore = target.ledgerBytes();
            long casesBefore = target.caseBytes();
            Map<String, Double> before = target.processorSeconds();
            long begun = System.nanoTime();
            Outcome registers = take(client, mis);
            await("Cases", tail, cases::opened);
            clock.advanceTo(CALLS.minus(BEFORE));
            double settled = (System.nanoTime() - begun) / 1e9;
            before = used("opening", before);
            await("09:10", tail, () -> cases.calls().count());
            clock.advanceTo(VISITS.minus(BEFORE));
            before = used("calls", before);
            await("09:40", tail, () -> cases.visits().count());
            used("visits", before);
            return new FirstDayReport(
                    options,
                    schools,
                    registers,
                    cases,
                    settled,
                    processorSeconds,
                    memory.now(),
                    memory.peak(),
                    target.ledgerBytes() - ledgerBefore,
                    target.caseBytes() - casesBefore);
        }
    }

    private Outcome take(LoadClient client, byte[] headers) throws IOException {
        try (ProgressBar bar = Progress.bar("Registers", schools.registers())) {
            FirstDayRegisters registers = new FirstDayRegisters(schools, TAKEN, headers, bar);
            client.run(registers);
            return registers.outcome();
        }
    }

    /** Until every unexplained pupil is counted, or nothing more comes. */
    private void await(String name, LedgerTail tail, IntSupplier counted) throws SQLException, InterruptedException {
        try (ProgressBar bar = Progress.bar(name, schools.unexplained())) {
            int last = counted.getAsInt();
            long moved = System.nanoTime();
            while (last < schools.unexplained() && System.nanoTime() - moved < STANDSTILL.toNanos()) {
                Thread.sleep(LOOK);
                tail.read(cases);
                if (counted.getAsInt() > last) {
                    last = counted.getAsInt();
                    moved = System.nanoTime();
                    bar.stepTo(last);
                }
            }
        }
    }

    private Map<String, Double> used(String phase, Map<String, Double> before) {
        Map<String, Double> now = target.processorSeconds();
        processorSeconds.put(phase, ProcessorTime.between(before, now));
        return now;
    }

    private static Instant at(LocalTime time) {
        return FirstDaySchools.DAY.atTime(time).atZone(London.ZONE).toInstant();
    }
}
