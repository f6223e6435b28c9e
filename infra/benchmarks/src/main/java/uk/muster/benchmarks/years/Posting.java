package uk.muster.benchmarks.years;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.benchmarks.load.Headers;
import uk.muster.benchmarks.load.LoadClient;
import uk.muster.benchmarks.load.Progress;
import uk.muster.benchmarks.school.Command;
import uk.muster.benchmarks.school.Commands;
import uk.muster.benchmarks.school.NationalMarks;
import uk.muster.benchmarks.school.TrialClock;

/**
 * Lives the years: the clock is moved once a school day, into the afternoon, and then both sessions' registers and the amendments of that day are posted, so
 * that what is recorded spreads over all the years. What falls due between two afternoons is waited for by the clock.
 */
final class Posting {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MINUTES_LATE = 10;

    private final LoadClient client;
    private final TrialClock clock;
    private final byte[] mis;
    private final byte[] head;
    private final SchoolTime time;
    private final Roll roll;
    private final Book book;
    private final NationalMarks marks;
    private long clockNanos;

    Posting(YearsTarget target, School school, LoadClient client, TrialClock clock) {
        this.client = client;
        this.clock = clock;
        this.mis = Headers.of(target.commands(), target.mis());
        this.head = Headers.of(target.commands(), target.head());
        this.time = school.time();
        this.roll = school.roll();
        this.book = school.book();
        this.marks = school.marks();
    }

    /** @throws IllegalStateException when anything is refused */
    Posted post() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        send(Stream.of(roll.school()));
        send(Stream.of(roll.calendar(0)));
        try (ProgressBar bar = Progress.bar("Registers", book.registers())) {
            for (int year = 0; year < time.years(); year++) {
                post(year, bar);
            }
        }
        clock.settle();
        return new Posted((System.nanoTime() - begun) / 1e9, clockNanos / 1e9);
    }

    private void post(int year, ProgressBar bar) throws IOException, InterruptedException {
        for (int day = time.firstDay(year); day <= time.lastDay(year); day++) {
            move(day);
            if (day == time.firstDay(year)) {
                send(roll.begin(year));
            }
            DayOfRegisters registers = new DayOfRegisters(book, marks, day, mis);
            client.run(registers);
            registers.outcome().requireNoRefusal();
            send(book.correctionsOn(day).stream().map(this::amendment));
            bar.stepBy(book.registersOfADay());
        }
        send(head, roll.end(year));
        if (year + 1 < time.years()) {
            send(Stream.of(roll.calendar(year + 1)));
        }
    }

    private void move(int day) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        clock.advanceTo(time.postedAt(day));
        clockNanos += System.nanoTime() - begun;
    }

    private void send(Stream<Command> commands) throws IOException {
        send(mis, commands);
    }

    private void send(byte[] headers, Stream<Command> commands) throws IOException {
        Commands.send(client, headers, commands, () -> {});
    }

    private Command amendment(Correction correction) {
        ObjectNode body = JSON.createObjectNode()
                .put(
                        "pupilId",
                        Forms.pupilId(book.classroom(correction.register()).firstPupil() + correction.place()))
                .put("expectedCode", correction.from())
                .put("amendedCode", correction.to())
                .put("reason", "The office was told what the teacher could not know.");
        if (List.of("L", "U").contains(correction.to())) {
            body.put("minutesLate", MINUTES_LATE);
        }
        body.putObject("author")
                .put("id", Roll.OFFICER.id())
                .put("name", Roll.OFFICER.name())
                .put("position", Roll.OFFICER.position());
        return new Command("POST " + book.path(correction.register()) + "/amendments", body.toString());
    }
}
