package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.command.api.InventedSchool.OKAFOR;
import static uk.muster.command.api.InventedSchool.pupilBody;
import static uk.muster.command.api.InventedSchool.register;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.muster.command.api.RunningCommandService.Reply;
import uk.muster.http.identity.EndpointRules;
import uk.muster.kernel.calendar.London;

/** The contract's commands as a client meets them. */
class CommandsOverHttpTest {

    @TempDir
    static Path folder;

    private static RunningCommandService service;
    private static String mis;
    private static String head;

    @BeforeAll
    static void start() {
        service = RunningCommandService.start(folder);
        mis = service.token("mis-integration", "*");
        head = service.token("head", "*");
        InventedSchool.open(service, mis, "900001", "hcat", "");
        InventedSchool.open(
                service,
                mis,
                "900002",
                "ipat",
                ",\"am\":{\"arrival_due\":\"08:50\",\"register_open_from\":\"08:50\",\"late_from\":\"08:50\",\"register_closes\":\"09:10\"}");
        InventedSchool.open(service, mis, "900003", "kts", "");
        for (String urn : new String[] {"900001", "900002", "900003"}) {
            pupil(urn, "p1", "H801200001001", "3A");
            pupil(urn, "p2", "X919200026001", "3A");
            pupil(urn, "p3", "X810200026123", "3B");
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void pupil(String urn, String id, String upn, String group) {
        InventedSchool.admit(service, mis, urn, id, upn, group);
    }

    private static String amendment(String pupil, String code, String more) {
        return "{\"pupilId\":\"%s\",\"amendedCode\":\"%s\",\"reason\":\"Parent rang.\",\"author\":%s%s}"
                .formatted(pupil, code, OKAFOR, more);
    }

    @Test
    void everyEndpointHasARule() {
        assertThat(EndpointRules.unruled(service.context())).isEmpty();
    }

    @Test
    void aRegisterIsTakenOnceAndCompletedLater() {
        String path = "/schools/900001/registers/2025-09-08/AM/3A";
        Reply first = service.put(mis, path, register("{\"pupilId\":\"p1\",\"code\":\"/\"}"));
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.json().get("registerId").asString()).isEqualTo("900001/2025-09-08/AM/3A");
        Reply again = service.put(mis, path, register("{\"pupilId\":\"p1\",\"code\":\"/\"}"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Muster-Position")).isNotEmpty();
        Reply completed = service.put(
                mis, path, register("{\"pupilId\":\"p1\",\"code\":\"/\"},{\"pupilId\":\"p2\",\"code\":\"N\"}"));
        assertThat(completed.status()).isEqualTo(201);
        Reply other = service.put(mis, path, register("{\"pupilId\":\"p1\",\"code\":\"I\"}"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("type").asString()).isEqualTo("/problems/mark-already-recorded");
        assertThat(other.pointers()).containsExactly("/marks/0/code");
    }

    @Test
    void aRegisterStaysRecordedWhenItsDayIsTakenOutOfTheCalendar() {
        String path = "/schools/900002/registers/2025-12-19/AM/3A";
        String body = register("{\"pupilId\":\"p1\",\"code\":\"/\"}")
                .replace("2025-09-08T08:55:00+01:00", "2025-12-19T08:55:00Z");
        assertThat(service.put(mis, path, body).status()).isEqualTo(201);
        Reply shorter = service.put(mis, "/schools/900002/calendars/2025-26", """
                {"terms":[{"name":"Autumn 1","from":"2025-09-03","to":"2025-10-24"},{"name":"Autumn 2","from":"2025-11-03","to":"2025-12-18"}],
                 "closures":[{"date":"2025-09-12","kind":"INSET"}]}
                """);
        assertThat(shorter.json().get("warnings").toString()).contains("Marks are recorded in 2025-12-19 AM");
        Reply again = service.put(mis, path, body);
        assertThat(again.status())
                .as("judged by what is recorded, not as if nothing were: " + again)
                .isEqualTo(200);
        assertThat(service.put(mis, path, register("{\"pupilId\":\"p2\",\"code\":\"/\"}"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void everyFaultOfARegisterIsNamedAtOnce() {
        Reply reply = service.put(
                mis,
                "/schools/900001/registers/2025-09-08/PM/3A",
                register("{\"pupilId\":\"p1\",\"code\":\"/\"},{\"pupilId\":\"p1\",\"code\":\"\\\\\"},"
                        + "{\"pupilId\":\"p3\",\"code\":\"\\\\\"},{\"pupilId\":\"p2\",\"code\":\"L\"}"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.pointers())
                .containsExactlyInAnyOrder(
                        "/marks/0/code", "/marks/1/pupilId", "/marks/2/pupilId", "/marks/3/minutesLate");
        Reply formToo = service.put(
                mis,
                "/schools/900001/registers/2025-09-08/PM/3A",
                register(
                                "{\"pupilId\":\"p1\"},{\"pupilId\":\"p2\",\"code\":\"/\"},{\"pupilId\":\"p3\",\"code\":\"QQ\"}")
                        .replace(",\"position\":\"Class teacher\"", "")
                        .replace("2025-09-08T", "2199-09-08T"));
        assertThat(formToo.status()).isEqualTo(422);
        assertThat(formToo.pointers())
                .containsExactlyInAnyOrder(
                        "/takenBy/position",
                        "/marks/0/code",
                        "/takenAt",
                        "/marks/1/code",
                        "/marks/2/pupilId",
                        "/marks/2/code");
        Reply nothing = service.put(
                mis, "/schools/900001/registers/2025-09-08/PM/3A", register("{\"pupilId\":\"p2\",\"code\":\"\\\\\"}"));
        assertThat(nothing.status()).as("the refused body recorded nothing").isEqualTo(201);
    }

    @Test
    void aRetiredCodeIsRefusedWithItsSuccessor() {
        Reply reply = service.put(
                mis, "/schools/900001/registers/2025-09-09/AM/3A", register("{\"pupilId\":\"p1\",\"code\":\"J\"}"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/message").asString()).contains("J1");
    }

    @Test
    void noRegisterOutsideTheCalendarOrInTheFuture() {
        String mark = "{\"pupilId\":\"p1\",\"code\":\"/\"}";
        assertThat(service.put(mis, "/schools/900001/registers/2025-09-12/AM/3A", register(mark))
                        .status())
                .as("INSET")
                .isEqualTo(422);
        assertThat(service.put(mis, "/schools/900001/registers/2025-09-13/AM/3A", register(mark))
                        .status())
                .as("Saturday")
                .isEqualTo(422);
        String tomorrow = LocalDate.now(London.ZONE).plusDays(1).toString();
        assertThat(service.put(mis, "/schools/900001/registers/" + tomorrow + "/AM/3A", register(mark))
                        .status())
                .isEqualTo(422);
        assertThat(service.put(mis, "/schools/900001/registers/2025-13-41/AM/3A", register(mark))
                        .status())
                .as("no date at all")
                .isEqualTo(400);
    }

    @Test
    void unknownSchoolsAndSchoolsOfOthersReadAlike() {
        String elsewhere = service.token("mis-integration", "900002");
        Reply others = service.put(
                elsewhere,
                "/schools/900001/registers/2025-09-08/AM/3A",
                register("{\"pupilId\":\"p1\",\"code\":\"/\"}"));
        Reply unknown = service.put(
                mis, "/schools/955555/registers/2025-09-08/AM/3A", register("{\"pupilId\":\"p1\",\"code\":\"/\"}"));
        assertThat(others.status()).isEqualTo(404);
        assertThat(others.json()).isEqualTo(unknown.json());
    }

    @Test
    void anAmendmentHoldsToWhatStands() {
        String path = "/schools/900001/registers/2025-09-10/AM/3A";
        service.put(mis, path, register("{\"pupilId\":\"p1\",\"code\":\"N\"},{\"pupilId\":\"p2\",\"code\":\"/\"}"));
        assertThat(service.post(mis, path + "/amendments", amendment("p1", "I", ",\"expectedCode\":\"O\""))
                        .status())
                .isEqualTo(409);
        Reply amended = service.post(mis, path + "/amendments", amendment("p1", "I", ",\"expectedCode\":\"N\""));
        assertThat(amended.status()).as(amended.toString()).isEqualTo(201);
        assertThat(amended.json().get("id").asString()).isNotEmpty();
        assertThat(service.post(mis, path + "/amendments", amendment("p1", "I", ""))
                        .status())
                .as("nothing would change")
                .isEqualTo(422);
        assertThat(service.post(mis, path + "/amendments", amendment("p9", "I", ""))
                        .status())
                .isEqualTo(404);
        assertThat(service.put(
                                mis,
                                path,
                                register("{\"pupilId\":\"p1\",\"code\":\"N\"},{\"pupilId\":\"p2\",\"code\":\"/\"}"))
                        .status())
                .as("compared with the original entries, not with amendments")
                .isEqualTo(200);
    }

    @Test
    void aClassTeacherMayOnlyResolveNToLate() {
        String path = "/schools/900001/registers/2025-09-11/AM/3A";
        String teacher = service.token("class-teacher", "900001");
        assertThat(service.put(
                                teacher,
                                path,
                                register("{\"pupilId\":\"p1\",\"code\":\"N\"},{\"pupilId\":\"p2\",\"code\":\"/\"}"))
                        .status())
                .isEqualTo(201);
        assertThat(service.post(teacher, path + "/amendments", amendment("p2", "I", ""))
                        .status())
                .isEqualTo(403);
        assertThat(service.post(teacher, path + "/amendments", amendment("p1", "L", ",\"minutesLate\":12"))
                        .status())
                .isEqualTo(201);
        assertThat(service.put(teacher, "/schools/900001/pupils/p1", pupilBody("H801200001001", "3A"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void ipatWantsASecondPersonAfterFiveSchoolDays() {
        String path = "/schools/900002/registers/2025-09-08/AM/3A";
        service.put(mis, path, register("{\"pupilId\":\"p1\",\"code\":\"N\"}"));
        Reply alone = service.post(mis, path + "/amendments", amendment("p1", "O", ""));
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.json().get("type").asString()).isEqualTo("/problems/approval-required");
        assertThat(service.post(mis, path + "/amendments", amendment("p1", "O", ",\"approver\":" + OKAFOR))
                        .status())
                .as("nobody approves their own amendment")
                .isEqualTo(422);
        Reply approved = service.post(
                mis,
                path + "/amendments",
                amendment(
                        "p1",
                        "O",
                        ",\"approver\":{\"id\":\"h-1\",\"name\":\"A. Invented\",\"position\":\"Headteacher\"}"));
        assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
        assertThat(approved.json().get("afterWindow").asBoolean()).isTrue();
    }

    @Test
    void ktsTellsTheParentBeforeIllnessBecomesUnauthorised() {
        String path = "/schools/900003/registers/2025-09-08/AM/3A";
        service.put(mis, path, register("{\"pupilId\":\"p1\",\"code\":\"I\"}"));
        Reply reply = service.post(mis, path + "/amendments", amendment("p1", "O", ""));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("type").asString()).isEqualTo("/problems/parent-not-told");
    }

    @Test
    void anArrivalIsTheOriginalEntryAndTheRegisterKeepsIt() {
        String path = "/schools/900001/registers/2025-09-15/AM/3A";
        String arrival =
                "{\"pupilId\":\"p1\",\"arrivedAt\":\"2025-09-15T09:12:00+01:00\",\"reason\":\"Bus\",\"author\":"
                        + OKAFOR + "}";
        Reply signedIn = service.post(mis, path + "/arrivals", arrival);
        assertThat(signedIn.status()).as(signedIn.toString()).isEqualTo(201);
        assertThat(signedIn.json().get("code").asString()).isEqualTo("L");
        Reply taken = service.put(
                mis, path, register("{\"pupilId\":\"p1\",\"code\":\"N\"},{\"pupilId\":\"p2\",\"code\":\"N\"}"));
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.json().at("/kept/0/pupilId").asString()).isEqualTo("p1");
        assertThat(taken.json().at("/kept/0/code").asString()).isEqualTo("L");
        Reply onN = service.post(
                mis, path + "/arrivals", arrival.replace("p1", "p2").replace("09:12", "09:40"));
        assertThat(onN.json().get("code").asString()).isEqualTo("U");
        assertThat(service.post(mis, path + "/arrivals", arrival).status())
                .as("any other mark")
                .isEqualTo(409);
    }

    @Test
    void theSameKeyGivesTheFirstAnswerAgain() {
        String path = "/schools/900001/registers/2025-09-16/AM/3A";
        service.put(mis, path, register("{\"pupilId\":\"p1\",\"code\":\"N\"}"));
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Reply first = service.send(mis, "POST", path + "/amendments", amendment("p1", "I", ""), key);
        Reply again = service.send(mis, "POST", path + "/amendments", amendment("p1", "I", ""), key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(service.send(mis, "POST", path + "/amendments", amendment("p1", "M", ""), key)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void oneUpnIsOnePupilOfASchool() {
        Reply reply = service.put(mis, "/schools/900001/pupils/other", pupilBody("H801200001001", "3B"));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.pointers()).containsExactly("/upn");
        assertThat(service.put(mis, "/schools/900001/pupils/other", pupilBody("H801200001002", "3B"))
                        .pointers())
                .as("wrong check letter")
                .containsExactly("/upn");
    }

    @Test
    void aRemovalWantsWhatThePolicyWants() {
        pupil("900001", "leaver", "Y801200012345", "3B");
        String removal = "{\"on\":\"2025-10-01\",\"ground\":\"a\",\"author\":" + OKAFOR + ",\"confirmations\":[%s]}";
        assertThat(service.post(mis, "/schools/900001/pupils/leaver/removal", removal.formatted(""))
                        .status())
                .isEqualTo(403);
        Reply blocked = service.post(
                head,
                "/schools/900001/pupils/leaver/removal",
                removal.formatted("{\"kind\":\"NEW_SCHOOL_OFFERED\",\"on\":\"2025-09-20\"}"));
        assertThat(blocked.status()).isEqualTo(422);
        assertThat(blocked.json().get("type").asString()).isEqualTo("/problems/removal-blocked");
        assertThat(blocked.json().get("detail").asString())
                .contains("NEW_SCHOOL_ACCEPTED")
                .doesNotContain("OFFERED,");
        Reply removed = service.post(
                head,
                "/schools/900001/pupils/leaver/removal",
                removal.formatted("{\"kind\":\"NEW_SCHOOL_OFFERED\",\"on\":\"2025-09-20\"},"
                        + "{\"kind\":\"NEW_SCHOOL_ACCEPTED\",\"on\":\"2025-09-21\"}"));
        assertThat(removed.status()).as(removed.toString()).isEqualTo(201);
        Reply after = service.put(
                mis, "/schools/900001/registers/2025-10-02/AM/3B", register("{\"pupilId\":\"leaver\",\"code\":\"/\"}"));
        assertThat(after.pointers()).containsExactly("/marks/0/pupilId");
        assertThat(service.put(
                                mis,
                                "/schools/900001/pupils/leaver",
                                pupilBody("Y801200012345", "3A").replace("2025-09-01", "2025-11-03"))
                        .status())
                .as("a new spell")
                .isEqualTo(201);
        assertThat(service.put(
                                mis,
                                "/schools/900001/registers/2025-11-04/AM/3A",
                                register("{\"pupilId\":\"leaver\",\"code\":\"/\"}"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aPolicyThatIsNotWholeIsRefusedWithEachMissingKnob() {
        Reply reply = service.put(
                mis,
                "/schools/900009",
                "{\"name\":\"\",\"laCode\":\"81\",\"phase\":\"PRIMARY\",\"policyProfile\":\"ipat\"}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.pointers())
                .contains("/name", "/laCode", "/policyOverlay/sessions/pm/start", "/policyOverlay/contacts");
    }

    @Test
    void aCalendarMayChangeUnderMarksWithAWarning() {
        InventedSchool.open(service, mis, "900004", "hcat", "");
        pupil("900004", "p1", "H801200001001", "3A");
        service.put(mis, "/schools/900004/registers/2025-10-06/AM/3A", register("{\"pupilId\":\"p1\",\"code\":\"/\"}"));
        Reply changed = service.put(mis, "/schools/900004/calendars/2025-26", """
                {"terms":[{"name":"Autumn 1","from":"2025-09-03","to":"2025-10-24"},{"name":"Autumn 2","from":"2025-11-03","to":"2025-12-19"}],
                 "closures":[{"date":"2025-10-06","kind":"PLANNED"}]}
                """);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("warnings").toString()).contains("2025-10-06 AM");
    }

    @Test
    void anUnplannedClosureIsDeclaredOnce() {
        String closure = "{\"date\":\"2025-11-20\",\"code\":\"Y4\",\"reason\":\"Snow\",\"author\":" + OKAFOR + "}";
        assertThat(service.post(mis, "/schools/900001/unplanned-closures", closure)
                        .status())
                .isEqualTo(201);
        assertThat(service.post(mis, "/schools/900001/unplanned-closures", closure)
                        .status())
                .isEqualTo(409);
        assertThat(service.post(mis, "/schools/900001/unplanned-closures", closure.replace("11-20", "11-22"))
                        .status())
                .as("a Saturday")
                .isEqualTo(422);
    }

    @Test
    void aMoverTakesRegistrationWithTheNewGroupFromThatDay() {
        pupil("900001", "mover", "R81020002600A", "3A");
        Reply moved = service.put(
                mis,
                "/schools/900001/pupils/mover",
                pupilBody("R81020002600A", "3B")
                        .replace("\"admittedOn\"", "\"groupFrom\":\"2025-12-01\",\"admittedOn\""));
        assertThat(moved.status()).isEqualTo(200);
        String mark = register("{\"pupilId\":\"mover\",\"code\":\"/\"}");
        assertThat(service.put(mis, "/schools/900001/registers/2025-12-01/AM/3A", mark)
                        .status())
                .isEqualTo(422);
        assertThat(service.put(mis, "/schools/900001/registers/2025-12-01/AM/3B", mark)
                        .status())
                .isEqualTo(201);
        assertThat(service.put(mis, "/schools/900001/registers/2025-11-28/AM/3A", mark)
                        .status())
                .isEqualTo(201);
    }
}
