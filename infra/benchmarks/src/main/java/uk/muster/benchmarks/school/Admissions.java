package uk.muster.benchmarks.school;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import uk.muster.benchmarks.load.LoadClient;
import uk.muster.benchmarks.load.Progress;
import uk.muster.simulator.http.Bodies;
import uk.muster.simulator.school.RollDraw;
import uk.muster.simulator.school.SchoolClass;
import uk.muster.simulator.school.SchoolPlan;

/** Sets up every school, then its calendar, then its pupils, each pass over all schools before the next. */
public final class Admissions {

    private final LoadClient client;
    private final byte[] headers;
    private final long seed;

    public Admissions(LoadClient client, byte[] headers, long seed) {
        this.client = client;
        this.headers = headers;
        this.seed = seed;
    }

    /** @throws IllegalStateException when anything is refused */
    public void admit(List<SchoolPlan> schools) throws IOException {
        send("Schools", schools.size(), schools.stream().map(s -> new Command(path(s), Bodies.school(s))));
        send(
                "Calendars",
                schools.size(),
                schools.stream()
                        .map(s -> new Command(
                                path(s) + "/calendars/" + s.calendar().year(), Bodies.calendar(s.calendar()))));
        send(
                "Pupils",
                schools.stream().mapToInt(Admissions::size).sum(),
                schools.stream().flatMap(this::pupils));
    }

    private Stream<Command> pupils(SchoolPlan school) {
        return RollDraw.draw(school, seed).stream()
                .map(entry ->
                        new Command(path(school) + "/pupils/" + entry.pupil().id(), Bodies.pupil(entry.pupil())));
    }

    private static int size(SchoolPlan school) {
        return school.classes().stream().mapToInt(SchoolClass::size).sum();
    }

    private static String path(SchoolPlan school) {
        return "PUT /api/v1/schools/" + school.urn();
    }

    private void send(String name, long total, Stream<Command> commands) throws IOException {
        try (ProgressBar bar = Progress.bar(name, total)) {
            Commands.send(client, headers, commands, bar::step);
        }
    }
}
