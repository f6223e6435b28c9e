package uk.muster.benchmarks.lists;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import uk.muster.benchmarks.load.Caller;
import uk.muster.benchmarks.load.Freshness;
import uk.muster.benchmarks.load.Headers;
import uk.muster.benchmarks.load.LoadClient;
import uk.muster.benchmarks.load.Outcome;
import uk.muster.benchmarks.load.Progress;
import uk.muster.benchmarks.load.Response;
import uk.muster.benchmarks.machine.Memory;
import uk.muster.benchmarks.machine.ProcessorTime;
import uk.muster.benchmarks.school.Admissions;
import uk.muster.benchmarks.school.Classroom;
import uk.muster.benchmarks.school.NationalMarks;
import uk.muster.simulator.term.NationalRates;

/** Admits, posts the history, asks for each list once, and then times the lists while more registers are taken. */
final class ListsRun {

    /** A Monday morning at the end of the school year, so that a whole year of days lies before it. */
    static final Instant BEGUN = Instant.parse("2027-07-19T08:00:00Z");

    private static final LocalDate TODAY = LocalDate.of(2027, 7, 19);
    private static final int WRITERS = 4;
    private static final long SECOND = 1_000_000_000;
    private static final Duration SAMPLED_EVERY = Duration.ofMillis(50);

    private final ListsTarget target;
    private final ListsOptions options;
    private final ListsSchools schools;
    private final NationalMarks marks;

    ListsRun(ListsTarget target, ListsOptions options) {
        this.target = target;
        this.options = options;
        this.schools = new ListsSchools(options);
        this.marks = new NationalMarks(NationalRates.published(), options.seed());
    }

    ListsReport run() throws IOException, InterruptedException {
        byte[] mis = Headers.of(target.commands(), target.mis());
        byte[] officer = Headers.of(target.queries(), target.officer());
        int registersOfADay = schools.classrooms().size() * 2;
        int more = Math.ceilDiv(options.writes() * options.seconds(), registersOfADay);
        List<LocalDate> days = ListsSchools.daysBefore(TODAY, options.days() + more);
        try (LoadClient client = new LoadClient(target.commands(), options.connections());
                Memory memory = new Memory(target.processes())) {
            new Admissions(client, mis, options.seed()).admit(schools.schools());
            new JoiningTrust(client, mis).join(schools.trust());
            write(client, "History", schools.classroomsOfTrust(), days.subList(0, options.days()), mis, 0, null)
                    .requireNoRefusal();
            Map<String, Double> first = ask(officer);
            warmUp(officer);
            return measure(days.subList(options.days(), days.size()), mis, officer, first, memory);
        }
    }

    private ListsReport measure(
            List<LocalDate> days, byte[] mis, byte[] officer, Map<String, Double> first, Memory memory)
            throws IOException, InterruptedException {
        List<ListReader> readers = readers(officer);
        Freshness freshness = new Freshness(target.queries(), officer, SAMPLED_EVERY);
        Map<String, Double> before = target.processorSeconds();
        long begun = System.nanoTime();
        readers.forEach(ListReader::start);
        Outcome writing;
        try (LoadClient client = new LoadClient(target.commands(), WRITERS)) {
            writing = write(
                    client,
                    "Measured",
                    schools.classroomsMixed(options.seed()),
                    days,
                    mis,
                    SECOND / options.writes(),
                    freshness);
        } finally {
            freshness.finish();
            for (ListReader reader : readers) {
                reader.finish();
            }
        }
        return new ListsReport(
                options,
                schools,
                writing,
                (System.nanoTime() - begun) / 1e9,
                first,
                readers,
                freshness,
                ProcessorTime.between(before, target.processorSeconds()),
                memory.peak());
    }

    /** Their questions are spread evenly over a second. */
    private List<ListReader> readers(byte[] headers) {
        List<TimedList> lists = TimedList.all(schools.large());
        return IntStream.range(0, lists.size())
                .mapToObj(i -> new ListReader(
                        lists.get(i), target.queries(), headers, Duration.ofNanos(SECOND * i / lists.size())))
                .toList();
    }

    private Outcome write(
            LoadClient client,
            String name,
            List<Classroom> classrooms,
            List<LocalDate> days,
            byte[] headers,
            long nanosBetween,
            @Nullable Freshness freshness)
            throws IOException {
        int count = classrooms.size() * days.size() * 2;
        try (ProgressBar bar = Progress.bar(name, count)) {
            ListsRegisters registers = new ListsRegisters(
                    classrooms, schools::isOfTrust, days, marks, headers, bar, nanosBetween, freshness);
            client.run(registers);
            return registers.outcome();
        }
    }

    private void warmUp(byte[] headers) throws IOException {
        try (ProgressBar bar = Progress.bar("Warm-up", options.warmUp())) {
            for (int i = 0; i < options.warmUp(); i++) {
                ask(headers);
                bar.step();
            }
        }
    }

    /** Asks for each list once and takes the milliseconds; the first time nothing of it is in memory. */
    private Map<String, Double> ask(byte[] headers) throws IOException {
        Map<String, Double> millis = new LinkedHashMap<>();
        try (Caller caller = new Caller(target.queries())) {
            for (TimedList list : TimedList.all(schools.large())) {
                long begun = System.nanoTime();
                Response response = caller.call("GET " + list.path(), headers);
                Outcome outcome = new Outcome();
                outcome.count(list.name(), response);
                outcome.requireNoRefusal();
                millis.put(list.name(), (System.nanoTime() - begun) / 1e6);
            }
        }
        return millis;
    }
}
