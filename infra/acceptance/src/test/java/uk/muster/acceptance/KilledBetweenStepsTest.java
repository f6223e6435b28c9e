package uk.muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.acceptance.Bodies.OKAFOR;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import uk.muster.acceptance.Client.Reply;
import uk.muster.kernel.calendar.London;
import uk.muster.standalone.Options;
import uk.muster.standalone.Standalone;

/**
 * A child's unexplained absence over four school days while command-service is killed with -9 between every two kinds of step: right after what
 * sets the next one off, so that the watch, the saga or the deadline is caught at it. No step is lost and none is there twice.
 */
class KilledBetweenStepsTest {

    private static final String SCHOOL = "/schools/912501";
    private static final String P1 = SCHOOL + "/pupils/p1";
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Standalone muster;
    private Client admin;
    private Client lead;

    @Test
    void noStepIsLostAndNoneIsThereTwice(@TempDir Path data) throws Exception {
        try (Standalone started = Standalone.start(
                data,
                Options.onFreePorts()
                        .withClock(MONDAY.atTime(8, 30).atZone(London.ZONE).toInstant()))) {
            muster = started;
            admin = Client.of(muster, "admin", "*");
            lead = Client.of(muster, "safeguarding-lead", "*");
            begin();
            live();
            check();
        }
    }

    private void begin() {
        recorded(() -> lead.put(SCHOOL, Bodies.school("hcat")));
        recorded(() -> lead.put(SCHOOL + "/calendars/2026-27", Bodies.autumn2026()));
        recorded(() -> lead.put(P1, Bodies.pupil(Bodies.upn(1), "3A")));
    }

    /** The first two days have every kind of step, so that there the service is killed between each and the next. */
    private void live() {
        for (LocalDate day = MONDAY; day.isBefore(MONDAY.plusDays(4)); day = day.plusDays(1)) {
            LocalDate today = day;
            boolean killing = day.isBefore(MONDAY.plusDays(2));
            clock(today, "09:05");
            recorded(() -> take(today, "AM"));
            killIf(killing);
            clock(today, "09:10");
            killIf(killing);
            recorded(() -> attempt(today));
            killIf(killing);
            clock(today, "09:30");
            killIf(today.equals(MONDAY.plusDays(1)));
            clock(today, "09:40");
            if (today.equals(MONDAY)) {
                recorded(() -> visit(today));
                killIf(killing);
            }
            clock(today, "13:05");
            recorded(() -> take(today, "PM"));
        }
        clock(MONDAY.plusDays(3), "18:00");
    }

    private void check() {
        List<String> steps = new ArrayList<>();
        for (JsonNode task :
                asked(() -> lead.get(SCHOOL + "/tasks?limit=1000")).json().get("items")) {
            steps.add(task.get("date").asString() + " " + task.get("step").asString() + " "
                    + task.get("status").asString());
        }
        assertThat(steps)
                .containsExactlyInAnyOrder(
                        "2026-09-07 d1-call DONE",
                        "2026-09-07 d1-visit DONE",
                        "2026-09-08 daily-contact DONE",
                        "2026-09-08 d2-visit OPEN",
                        "2026-09-09 daily-contact DONE",
                        "2026-09-10 daily-contact DONE",
                        "2026-09-10 d4-visit OPEN");
        assertThat(asked(() -> lead.get(P1 + "/chronology?kinds=TASK&limit=1000"))
                        .json()
                        .get("items"))
                .hasSize(steps.size());
    }

    private Reply take(LocalDate day, String half) {
        return lead.put(
                SCHOOL + "/registers/" + day + "/" + half + "/3A",
                Bodies.register(
                        instant(day, half.equals("AM") ? "09:00" : "13:02").toString(),
                        List.of(Bodies.mark("p1", "N"))));
    }

    private Reply attempt(LocalDate day) {
        return lead.post(
                P1 + "/contact-attempts",
                "{\"at\":\"" + instant(day, "09:10") + "\",\"channel\":\"PHONE\",\"outcome\":\"NO_ANSWER\",\"author\":"
                        + OKAFOR + "}");
    }

    private Reply visit(LocalDate day) {
        return lead.post(
                P1 + "/home-visits",
                "{\"at\":\"" + instant(day, "09:40") + "\",\"visitors\":[" + OKAFOR + "," + OKAFOR
                        + "],\"outcome\":\"NO_ANSWER\",\"author\":" + OKAFOR + "}");
    }

    /** Kills the service, and waits until another has taken its place. */
    private void killIf(boolean killing) {
        if (killing) {
            muster.kill("command-service");
            muster.awaitReady(PATIENCE);
        }
    }

    /** The business clock has gone on while the service was down; it is moved only where it has not passed the time by itself. */
    private void clock(LocalDate day, String time) {
        recorded(() -> {
            Reply moved = admin.post("/dev/clock", "{\"advanceTo\":\"" + instant(day, time) + "\"}");
            return moved.status() == 409 ? admin.post("/dev/clock", "{}") : moved;
        });
    }

    private static Instant instant(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(London.ZONE).toInstant();
    }

    private static void recorded(Supplier<Reply> call) {
        Reply reply = asked(call);
        assertThat(reply.status()).as(reply.toString()).isIn(200, 201);
    }

    /** Asks again while the service is away, as a client would; every call here may be made twice. */
    private static Reply asked(Supplier<Reply> call) {
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                Reply reply = call.get();
                if (reply.status() != 503 || Instant.now().isAfter(until)) {
                    return reply;
                }
            } catch (UncheckedIOException e) {
                assertThat(Instant.now()).as("the service answers again").isBefore(until);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
