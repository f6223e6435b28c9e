package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.command.api.RunningCommandService.Reply;
import uk.muster.command.keys.Vault;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.roll.InMemoryRollBook;
import uk.muster.command.roll.LedgerRollBook;
import uk.muster.command.roll.RollBook;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;

/** Many callers at once: one of them wins, the others are told, and nothing is recorded twice. All of it outlasts a restart. */
class ConcurrentCommandsTest {

    private static final Urn SCHOOL = new Urn(900_001);
    private static final String OKAFOR = "{\"id\":\"t-1\",\"name\":\"R. Okafor\",\"position\":\"Class teacher\"}";
    private static final int CALLERS = 20;

    @TempDir
    static Path folder;

    private static RunningCommandService service;
    private static String head;

    @BeforeAll
    static void start() {
        service = RunningCommandService.start(folder);
        head = service.token("head", "*");
        put("", """
                {"name":"Ash Green","laCode":"810","phase":"PRIMARY","policyProfile":"hcat","policyOverlay":{
                 "sessions":{"pm":{"start":"13:00","register_closes":"13:20"}},
                 "contacts":[{"role":"attendance","name":"M. Invented"}]}}
                """, 201);
        put("/calendars/2025-26", """
                {"terms":[{"name":"Autumn 1","from":"2025-09-03","to":"2025-10-24"}],"closures":[]}
                """, 201);
        put("/pupils/p1", pupil("p1", "3A"), 201);
        put("/pupils/p2", pupil("p2", "3A"), 201);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void oneRegisterPostedByManyIsTakenOnce() {
        String path = "/schools/900001/registers/2025-09-08/AM/3A";
        List<Reply> replies = atOnce(n -> service.put(head, path, register(mark("p1", "/"), mark("p2", "N"))));
        assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(stream("900001/2025-09-08/AM/3A")).hasSize(1);
    }

    @Test
    void ofTwoRegistersThatDifferOneStandsAndTheOtherIsAConflict() {
        String path = "/schools/900001/registers/2025-09-09/AM/3A";
        List<Reply> replies = atOnce(n -> service.put(head, path, register(mark("p1", n % 2 == 0 ? "/" : "I"))));
        int winner = statuses(replies).indexOf(201);
        for (int n = 0; n < CALLERS; n++) {
            int told = n % 2 == winner % 2 ? 200 : 409;
            assertThat(replies.get(n).status()).isEqualTo(n == winner ? 201 : told);
        }
        assertThat(stream("900001/2025-09-09/AM/3A")).hasSize(1);
    }

    @Test
    void pupilsOfOneRegisterPostedApartAreAllThere() {
        String path = "/schools/900001/registers/2025-09-10/AM/3A";
        List<Reply> replies = atOnce(n -> service.put(head, path, register(mark(n % 2 == 0 ? "p1" : "p2", "/"))));
        assertThat(replies).extracting(Reply::status).containsOnly(200, 201);
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(2);
        assertThat(stream("900001/2025-09-10/AM/3A"))
                .extracting(StoredEvent::type)
                .containsExactly("register-taken.v1", "marks-added.v1");
    }

    @Test
    void oneNewPupilPostedByManyIsAdmittedOnce() {
        List<Reply> replies = atOnce(n -> service.put(head, "/schools/900001/pupils/new", pupil("new", "3A")));
        assertThat(replies).extracting(Reply::status).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(admissionsOf("new")).isEqualTo(1);
    }

    @Test
    void oneUpnUnderTwoIdsIsAdmittedUnderOne() {
        List<Reply> replies = atOnce(n ->
                service.put(head, "/schools/900001/pupils/" + (n % 2 == 0 ? "twin-a" : "twin-b"), pupil("twin", "3A")));
        int winner = statuses(replies).indexOf(201);
        for (int n = 0; n < CALLERS; n++) {
            int told = n % 2 == winner % 2 ? 200 : 409;
            assertThat(replies.get(n).status()).as(replies.get(n).toString()).isEqualTo(n == winner ? 201 : told);
        }
        assertThat(admissionsOf("twin-a") + admissionsOf("twin-b")).isEqualTo(1);
    }

    @Test
    void oneKeyUsedByManyIsOneAmendmentAndOneAnswer() {
        String path = "/schools/900001/registers/2025-09-11/AM/3A";
        service.put(head, path, register(mark("p1", "N")));
        String amendment = "{\"pupilId\":\"p1\",\"amendedCode\":\"I\",\"reason\":\"Parent rang.\",\"author\":%s}"
                .formatted(OKAFOR);
        List<Reply> replies = atOnce(n -> service.send(
                head, "POST", path + "/amendments", amendment, Map.of("Idempotency-Key", "raced-by-twenty")));
        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies)
                .extracting(Reply::json)
                .containsOnly(replies.getFirst().json());
        assertThat(replies)
                .extracting(reply -> reply.header("Muster-Position"))
                .containsOnly(replies.getFirst().header("Muster-Position"));
        assertThat(stream("900001/2025-09-11/AM/3A"))
                .extracting(StoredEvent::type)
                .containsExactly("register-taken.v1", "mark-amended.v1");
    }

    @Test
    void theRollBookInMemoryInItsTablesAndFromTheLedgerAreOne() {
        atOnce(n -> {
            String id = "roll-" + n;
            put("/pupils/" + id, pupil(id, "3A"), 201);
            put(
                    "/pupils/" + id,
                    pupil(id, "3B").replace("\"admittedOn\"", "\"groupFrom\":\"2025-10-06\",\"admittedOn\""),
                    200);
            if (n % 2 == 0) {
                put(
                        "/pupils/" + id,
                        pupil(id, "3C").replace("\"admittedOn\"", "\"groupFrom\":\"2025-09-22\",\"admittedOn\""),
                        200);
            }
            if (n % 3 == 0) {
                service.post(
                        head,
                        "/schools/900001/pupils/" + id + "/removal",
                        "{\"on\":\"2025-10-01\",\"ground\":\"k\",\"author\":" + OKAFOR + "}");
            }
            return n % 6 == 0
                    ? put("/pupils/" + id, pupil(id, "3D").replace("2025-09-01", "2025-10-13"), 201)
                    : put(
                            "/pupils/" + id,
                            pupil(id, "3D").replace("\"dateOfBirth\":\"2017", "\"dateOfBirth\":\"2016"),
                            200);
        });
        RollBook inMemory = bean(RollBook.class);
        RollBook inTables = new LedgerRollBook(bean(JdbcClient.class), bean(Vault.class));
        InMemoryRollBook fromLedger = new InMemoryRollBook(bean(Vault.class));
        List<PupilId> pupils = new ArrayList<>(List.of(new PupilId("p1"), new PupilId("p2")));
        for (int n = 0; n < CALLERS; n++) {
            pupils.add(new PupilId("roll-" + n));
        }
        events().forEach(event -> {
            if (EventTypes.read(event.type(), event.payload()) instanceof PupilEvent fact) {
                fromLedger.record(fact);
            }
        });
        for (PupilId pupil : pupils) {
            RollPupil line = inTables.of(SCHOOL).find(pupil).orElseThrow();
            assertThat(inMemory.of(SCHOOL).find(pupil)).contains(line);
            assertThat(fromLedger.of(SCHOOL).find(pupil)).contains(line);
            assertThat(fromLedger.of(SCHOOL).holderOf(line.upnIndex())).contains(pupil);
        }
    }

    @Test
    void afterARestartTheSameRequestsAreStillNothingNew() {
        String path = "/schools/900001/registers/2025-09-12/AM/3A";
        String arrival =
                "{\"pupilId\":\"p2\",\"arrivedAt\":\"2025-09-12T09:12:00+01:00\",\"reason\":\"Bus\",\"author\":"
                        + OKAFOR + "}";
        Map<String, String> key = Map.of("Idempotency-Key", "before-and-after");
        service.put(head, path, register(mark("p1", "/")));
        Reply before = service.send(head, "POST", path + "/arrivals", arrival, key);
        long events = bean(LedgerReader.class).head();

        service = service.restarted();

        assertThat(service.put(head, path, register(mark("p1", "/"))).status()).isEqualTo(200);
        put("/pupils/p1", pupil("p1", "3A"), 200);
        Reply again = service.send(head, "POST", path + "/arrivals", arrival, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(before.json());
        assertThat(bean(LedgerReader.class).head()).isEqualTo(events);
        assertThat(service.put(head, path, register(mark("p1", "/"), mark("p2", "N")))
                        .json()
                        .at("/kept/0/code")
                        .asString())
                .isEqualTo("L");
    }

    @Test
    void theLedgerIsDenseAndItsChainHolds() {
        atOnce(n -> service.put(head, "/schools/900001/pupils/chain-" + n % 2, pupil("chain", "3A")));
        long position = 0;
        byte[] previous = new byte[EventHash.BYTES];
        for (StoredEvent event : events()) {
            assertThat(event.position()).isEqualTo(++position);
            assertThat(event.previousHash()).isEqualTo(previous);
            assertThat(EventHash.holds(event)).isTrue();
            previous = event.hash();
        }
    }

    /** The same for twenty callers who all wait until the last is ready; replies by caller. */
    private static List<Reply> atOnce(IntFunction<Reply> call) {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            CountDownLatch ready = new CountDownLatch(CALLERS);
            List<Future<Reply>> replies = new ArrayList<>();
            for (int n = 0; n < CALLERS; n++) {
                int caller = n;
                replies.add(callers.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.apply(caller);
                }));
            }
            List<Reply> all = new ArrayList<>();
            for (Future<Reply> each : replies) {
                all.add(each.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Reply put(String path, String body, int status) {
        Reply reply = service.put(head, "/schools/900001" + path, body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        return reply;
    }

    private static List<Integer> statuses(List<Reply> replies) {
        return replies.stream().map(Reply::status).toList();
    }

    private static List<StoredEvent> events() {
        return bean(LedgerReader.class).after(0, Integer.MAX_VALUE);
    }

    private static List<StoredEvent> stream(String name) {
        return events().stream().filter(event -> event.stream().equals(name)).toList();
    }

    private static long admissionsOf(String id) {
        Vault vault = bean(Vault.class);
        return events().stream()
                .filter(event -> event.type().equals("pupil-admitted.v1"))
                .map(event -> (PupilEvent.PupilAdmitted) EventTypes.read(event.type(), event.payload()))
                .filter(fact -> vault.open(fact.identity()).orElseThrow().contains("\"" + id + "\""))
                .count();
    }

    private static <T> T bean(Class<T> type) {
        return service.context().getBean(type);
    }

    private static String mark(String pupil, String code) {
        return "{\"pupilId\":\"%s\",\"code\":\"%s\"}".formatted(pupil, code);
    }

    private static String register(String... marks) {
        return "{\"takenAt\":\"2025-09-08T08:55:00+01:00\",\"takenBy\":%s,\"marks\":[%s]}"
                .formatted(OKAFOR, String.join(",", marks));
    }

    private static String pupil(String upn, String group) {
        return """
                {"upn":"%s","forename":"Robin","surname":"Example","dateOfBirth":"2017-11-05","yearGroup":"3","group":"%s",
                 "admittedOn":"2025-09-01","contacts":[],"flags":[]}
                """.formatted(Scene.upn(upn).value(), group);
    }
}
