package uk.muster.benchmarks.school;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import uk.muster.benchmarks.load.LoadClient;
import uk.muster.benchmarks.load.Outcome;
import uk.muster.benchmarks.load.Progress;
import uk.muster.benchmarks.load.RequestBuffer;
import uk.muster.benchmarks.load.Requests;
import uk.muster.benchmarks.load.Response;
import uk.muster.simulator.http.Bodies;
import uk.muster.simulator.school.RollDraw;
import uk.muster.simulator.school.SchoolClass;
import uk.muster.simulator.school.SchoolPlan;

/**
 * Sets up every school, then its calendar, then its pupils, each pass over all schools before the next. A service that has just begun may ask for a
 * request again; it is sent again.
 */
public final class Admissions {

    private static final int AWAY = 503;

    private final LoadClient client;
    private final byte[] headers;
    private final long seed;

    private record Put(String path, String body) {}

    public Admissions(LoadClient client, byte[] headers, long seed) {
        this.client = client;
        this.headers = headers;
        this.seed = seed;
    }

    /** @throws IllegalStateException when anything is refused */
    public void admit(List<SchoolPlan> schools) throws IOException {
        send("Schools", schools.size(), schools.stream().map(s -> new Put(path(s), Bodies.school(s))));
        send(
                "Calendars",
                schools.size(),
                schools.stream()
                        .map(s ->
                                new Put(path(s) + "/calendars/" + s.calendar().year(), Bodies.calendar(s.calendar()))));
        send(
                "Pupils",
                schools.stream().mapToInt(Admissions::size).sum(),
                schools.stream().flatMap(this::pupils));
    }

    private Stream<Put> pupils(SchoolPlan school) {
        return RollDraw.draw(school, seed).stream()
                .map(entry -> new Put(path(school) + "/pupils/" + entry.pupil().id(), Bodies.pupil(entry.pupil())));
    }

    private static int size(SchoolPlan school) {
        return school.classes().stream().mapToInt(SchoolClass::size).sum();
    }

    private static String path(SchoolPlan school) {
        return "/api/v1/schools/" + school.urn();
    }

    private void send(String name, long total, Stream<Put> puts) throws IOException {
        Outcome outcome = new Outcome();
        try (ProgressBar bar = Progress.bar(name, total)) {
            client.run(new Pass(puts.iterator(), outcome, bar));
        }
        outcome.requireNoRefusal();
    }

    private final class Pass implements Requests {
        private final Iterator<Put> puts;
        private final Outcome outcome;
        private final ProgressBar bar;
        private final Map<Integer, Put> underWay = new HashMap<>();
        private final Deque<Put> again = new ArrayDeque<>();
        private int number;

        private Pass(Iterator<Put> puts, Outcome outcome, ProgressBar bar) {
            this.puts = puts;
            this.outcome = outcome;
            this.bar = bar;
        }

        @Override
        public int write(RequestBuffer out) {
            if (again.isEmpty() && !puts.hasNext()) {
                return NONE;
            }
            Put put = again.isEmpty() ? puts.next() : again.remove();
            underWay.put(++number, put);
            out.add(put.body()).end("PUT " + put.path(), headers);
            return number;
        }

        @Override
        public void answered(int answered, Response response, long nanos) {
            Put put = Objects.requireNonNull(underWay.remove(answered));
            if (response.status() == AWAY) {
                again.add(put);
                return;
            }
            outcome.count("An admission", response);
            bar.step();
        }
    }
}
