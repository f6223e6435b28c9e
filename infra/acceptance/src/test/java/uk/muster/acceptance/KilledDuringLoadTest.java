package uk.muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.acceptance.Client.Reply;
import uk.muster.standalone.Options;
import uk.muster.standalone.Standalone;

/**
 * Every process is killed with -9, many times and at moments that a seed chooses, while registers are posted. Afterwards every register that
 * was acknowledged is in the ledger once and whole, in order and without a gap, and can be read; nothing else is there.
 */
class KilledDuringLoadTest {

    private static final long SEED = 20_260_907;
    private static final Duration BACK_OFF = Duration.ofMillis(50);
    private static final List<String> PROCESSES =
            List.of("command-service", "query-service", "kafka", "documents", "postgresql");
    private static final int KILLS = 3 * PROCESSES.size();
    private static final int CLASSES = 40;
    private static final int PUPILS = 4;
    private static final List<LocalDate> DAYS = LocalDate.parse("2026-09-07")
            .datesUntil(LocalDate.parse("2026-10-24"))
            .filter(day -> day.getDayOfWeek().getValue() <= 5)
            .toList();

    /** Registers between one kill and the next, and how many of them are still to come at the kill. */
    private static final int ROUND = 320;

    private static final int STILL_TO_COME = 40;

    @TempDir
    Path data;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Semaphore due = new Semaphore(0);
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfThere() throws Exception {
        try (Standalone muster =
                Standalone.start(data, Options.onFreePorts().withClock(Instant.parse("2026-12-18T16:00:00Z")))) {
            Client mis = Client.of(muster, "mis-integration", "*");
            for (int school = 0; school < 2; school++) {
                admit(mis, 930_000 + school);
            }
            try (ExecutorService posters = Executors.newFixedThreadPool(4)) {
                List<Future<?>> posting = IntStream.range(0, 4)
                        .<Future<?>>mapToObj(i -> posters.submit(() -> post(mis)))
                        .toList();
                kill(muster);
                for (Future<?> each : posting) {
                    each.get();
                }
            }
            muster.awaitReady(Duration.ofMinutes(2));
            settle(muster);
            check(muster, mis);
        }
    }

    private static void admit(Client mis, int urn) {
        assertThat(mis.put("/schools/" + urn, Bodies.school("kts")).status()).isEqualTo(201);
        assertThat(mis.put("/schools/" + urn + "/calendars/2026-27", Bodies.autumn2026())
                        .status())
                .isEqualTo(201);
        for (int i = 0; i < CLASSES * PUPILS; i++) {
            Reply admitted =
                    mis.put("/schools/" + urn + "/pupils/p" + i, Bodies.pupil(Bodies.upn(i), "C" + i / PUPILS));
            assertThat(admitted.status()).as(admitted.toString()).isEqualTo(201);
        }
    }

    /** Posts register after register; one that gets no answer is posted again until it does, as an MIS would. */
    private void post(Client mis) {
        for (int number = next.getAndIncrement(); number < KILLS * ROUND; number = next.getAndIncrement()) {
            due.acquireUninterruptibly();
            int urn = 930_000 + number % 2;
            int group = number / 2 % CLASSES;
            int session = number / 2 / CLASSES;
            String half = session % 2 == 0 ? "AM" : "PM";
            String id = urn + "/" + DAYS.get(session / 2) + "/" + half + "/C" + group;
            String present = half.equals("AM") ? "/" : "\\";
            String body = Bodies.register(
                    DAYS.get(session / 2) + "T09:00:00+01:00",
                    IntStream.range(group * PUPILS, (group + 1) * PUPILS)
                            .mapToObj(pupil -> Bodies.mark("p" + pupil, pupil % 7 == 0 ? "N" : present))
                            .toList());
            while (!accepted(mis, urn, id, body)) {
                LockSupport.parkNanos(BACK_OFF.toNanos());
            }
            acknowledged.add(id);
        }
    }

    private static boolean accepted(Client mis, int urn, String id, String body) {
        try {
            Reply reply = mis.put("/schools/" + urn + "/registers/" + id.substring(7), body);
            assertThat(reply.status()).as(reply.toString()).isIn(200, 201, 503);
            return reply.status() != 503;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** One kill after another, each after a number of acknowledgements that the seed chooses and with more under way. */
    private void kill(Standalone muster) {
        Random random = new Random(SEED);
        for (int i = 0; i < KILLS; i++) {
            due.release(ROUND);
            awaitAcknowledgements(i * ROUND + 1 + random.nextInt(ROUND - STILL_TO_COME));
            muster.kill(PROCESSES.get(i % PROCESSES.size()));
            muster.awaitReady(Duration.ofMinutes(2));
        }
    }

    private void awaitAcknowledgements(int wanted) {
        Instant until = Instant.now().plusSeconds(60);
        while (acknowledged.size() < wanted) {
            assertThat(Instant.now()).as("registers are accepted again").isBefore(until);
            LockSupport.parkNanos(BACK_OFF.toNanos());
        }
    }

    /** What follows from the registers by itself is recorded too, before the ledger is read school by school. */
    private void settle(Standalone muster) {
        Client admin = Client.of(muster, "admin", "*");
        Instant until = Instant.now().plus(Duration.ofMinutes(2));
        Reply settled = admin.post("/dev/clock", "{}");
        while (settled.status() == 503 && Instant.now().isBefore(until)) {
            settled = admin.post("/dev/clock", "{}");
        }
        Reply last = settled;
        assertThat(last.status()).as(() -> last + LastWords.of(muster, data)).isEqualTo(200);
    }

    private void check(Standalone muster, Client mis) {
        Client auditor = Client.of(muster, "auditor", "*");
        Set<String> stored = new HashSet<>();
        Set<Long> positions = new HashSet<>();
        Map<String, Integer> marks = new HashMap<>();
        for (int urn = 930_000; urn < 930_002; urn++) {
            String previous = "0".repeat(64);
            for (String line :
                    auditor.get("/audit/events?urn=" + urn).body().lines().toList()) {
                JsonNode event = JsonMapper.shared().readTree(line);
                if (event.has("closing")) {
                    continue;
                }
                assertThat(event.get("previoushash").asString()).isEqualTo(previous);
                previous = event.get("hash").asString();
                assertThat(positions.add(event.get("position").asLong())).isTrue();
                if (event.get("type").asString().equals("register-taken.v1")) {
                    String id = event.get("subject").asString();
                    assertThat(stored.add(id)).as("%s is there once", id).isTrue();
                    marks.put(id, event.at("/data/marks").size());
                }
            }
        }
        assertThat(positions)
                .hasSize((int) (long) positions.stream().max(Long::compare).orElseThrow());
        assertThat(stored).isEqualTo(acknowledged).hasSize(KILLS * ROUND);
        assertThat(marks.values()).as("whole registers only").containsOnly(PUPILS);
        Map<String, Reply> lastOf = new HashMap<>();
        for (String id : stored) {
            String urn = id.substring(0, 6);
            Reply last = lastOf.computeIfAbsent(urn, it -> mis.put("/schools/" + it, Bodies.school("kts")));
            Reply shown = shown(mis, "/schools/" + urn + "/registers/" + id.substring(7), last);
            assertThat(shown.json().get("marks").size())
                    .as(() -> shown + LastWords.of(muster, data))
                    .isEqualTo(PUPILS);
        }
    }

    /** Asks again while the answer is that the readers have not caught up, or a store is not back yet, as an MIS would. */
    private static Reply shown(Client mis, String path, Reply after) {
        Instant until = Instant.now().plusSeconds(60);
        Reply shown = mis.get(path, after);
        while (shown.status() == 503 && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(BACK_OFF.toNanos());
            shown = mis.get(path, after);
        }
        assertThat(shown.status()).as(shown.toString()).isEqualTo(200);
        return shown;
    }
}
