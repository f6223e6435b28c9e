package uk.muster.query.console.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.muster.http.identity.Role;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.Browser;
import uk.muster.query.testing.FakeCommands.Reply;
import uk.muster.query.testing.FakeCommands.Sent;
import uk.muster.query.testing.Readers;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

/** What people record from the pages. */
class ActionPagesTest {

    private static final TestService SERVICE = TestService.shared();
    private static final Urn SCHOOL = new Urn(197030);
    private static final String CHILD = "/schools/197030/pupils/p1";
    private static String task = "";

    @BeforeAll
    static void record() {
        SERVICE.ledger.openSchool(SCHOOL, TestProfile.JSON);
        SERVICE.ledger.admit(SCHOOL, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        SERVICE.ledger.take("197030/2026-09-14/AM/4-A", "p1", "N");
        UUID visit = SERVICE.ledger
                .followUp(SCHOOL, "p1")
                .due(
                        "d2-visit",
                        TaskKind.VISIT,
                        LocalDate.of(2026, 9, 14),
                        2,
                        Instant.parse("2026-09-14T14:00:00Z"),
                        "home_visit");
        task = new AbsenceEntryId(TestLedger.numberOf(SCHOOL, "p1"), visit).toString();
    }

    @BeforeEach
    void nothingWasSent() {
        SERVICE.clock("2026-09-14T09:00:00Z");
        SERVICE.catchUp();
        SERVICE.commands().sent();
    }

    @Test
    void anAttemptIsRecordedNowAndSaidSo() {
        Browser reader = Readers.of(Role.ATTENDANCE_OFFICER, "*");
        HttpResponse<String> form = reader.get(CHILD + "/contact-attempts/new");
        HttpResponse<String> answer = reader.post(
                form,
                CHILD + "/contact-attempts/new",
                Map.of("outcome", "NO_ANSWER", "channel", "PHONE", "purpose", "FIRST_DAY", "contactId", ""));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo(CHILD);
        assertThat(answer.body()).contains("Recorded for Ada Ash.");
        Sent sent = SERVICE.commands().sent().getFirst();
        assertThat(sent.path()).isEqualTo("/api/v1/schools/197030/pupils/p1/contact-attempts");
        assertThat(sent.body().path("at").asString()).isEqualTo("2026-09-14T09:00:00.000000Z");
        assertThat(sent.body().path("outcome").asString()).isEqualTo("NO_ANSWER");
        assertThat(sent.body().path("author").path("name").asString()).isEqualTo("Kit Invented");
        assertThat(sent.body().has("contactId")).isFalse();
    }

    @Test
    void whoCameFromTheBoardGoesBackThere() {
        Browser reader = Readers.of(Role.ATTENDANCE_OFFICER, "*");
        HttpResponse<String> board = reader.get("/schools/197030/today");
        HttpResponse<String> answer = reader.post(
                board,
                CHILD + "/contact-attempts/new?back=today",
                Map.of("outcome", "SPOKE", "channel", "PHONE", "purpose", "FIRST_DAY", "contactId", "c1"));
        assertThat(answer.uri().getPath()).isEqualTo("/schools/197030/today");
        assertThat(SERVICE.commands().sent().getFirst().body().path("contactId").asString())
                .isEqualTo("c1");
    }

    @Test
    void aDayGivenIsTheSchools() {
        Browser reader = Readers.of(Role.ATTENDANCE_OFFICER, "*");
        HttpResponse<String> form = reader.get(CHILD + "/contact-attempts/new");
        Map<String, String> fields =
                Map.of("outcome", "SPOKE", "channel", "PHONE", "at/date", "2026-09-14", "at/time", "09:41");
        reader.post(form, CHILD + "/contact-attempts/new", fields);
        assertThat(SERVICE.commands().sent().getFirst().body().path("at").asString())
                .isEqualTo("2026-09-14T08:41:00.000000Z");
    }

    @Test
    void halfAnInstantIsToldBesideItsField() {
        Browser reader = Readers.of(Role.ATTENDANCE_OFFICER, "*");
        HttpResponse<String> form = reader.get(CHILD + "/contact-attempts/new");
        HttpResponse<String> answer = reader.post(
                form,
                CHILD + "/contact-attempts/new",
                Map.of("outcome", "SPOKE", "at/date", "2026-09-14", "note", "Kept"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("There is a problem", "href=\"#at-date\"", "Give both a day and a time", ">Kept</textarea>");
        assertThat(SERVICE.commands().sent()).isEmpty();
    }

    @Test
    void aRefusalIsToldBesideTheField() {
        SERVICE.commands()
                .answer(new Reply(
                        422,
                        "{\"type\":\"/problems/invalid\",\"title\":\"The request breaks a rule\",\"detail\":\"\","
                                + "\"errors\":[{\"pointer\":\"/outcome\",\"message\":\"This is required.\"}]}",
                        ""));
        Browser reader = Readers.of(Role.ATTENDANCE_OFFICER, "*");
        HttpResponse<String> form = reader.get(CHILD + "/home-visits/new");
        HttpResponse<String> answer = reader.post(
                form,
                CHILD + "/home-visits/new",
                Map.of("visitors/1/name", "A. Second", "visitors/1/id", "s-2", "visitors/1/position", "Teacher"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#outcome\"", "id=\"outcome-fault\"", "This is required.", "value=\"A. Second\"");
        assertThat(SERVICE.commands().sent().getFirst().body().path("visitors")).hasSize(2);
    }

    @Test
    void aRefusedTimeIsToldBesideTheDay() {
        SERVICE.commands()
                .answer(new Reply(
                        422,
                        "{\"type\":\"/problems/invalid\",\"title\":\"The request breaks a rule\",\"detail\":\"\","
                                + "\"errors\":[{\"pointer\":\"/at\",\"message\":\"This must not be in the future.\"}]}",
                        ""));
        Browser reader = Readers.of(Role.ATTENDANCE_OFFICER, "*");
        HttpResponse<String> form = reader.get(CHILD + "/contact-attempts/new");
        HttpResponse<String> answer = reader.post(
                form,
                CHILD + "/contact-attempts/new",
                Map.of("outcome", "SPOKE", "channel", "PHONE", "at/date", "2026-09-30", "at/time", "09:41"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#at-date\"", "id=\"at-date-fault\"", "This must not be in the future.");
    }

    @Test
    void whatIsFilledInIsWhatIsSent() {
        Browser reader = Readers.of(Role.SAFEGUARDING_LEAD, "*");
        HttpResponse<String> visit = reader.get(CHILD + "/home-visits/new");
        reader.post(visit, CHILD + "/home-visits/new", Map.of("outcome", "CONCERN", "note", "Curtains drawn"));
        HttpResponse<String> concern = reader.get(CHILD + "/escalations/new");
        reader.post(concern, CHILD + "/escalations/new", Map.of("to", "POLICE", "reason", "Day 4"));
        List<Sent> sent = SERVICE.commands().sent();
        assertThat(sent.getFirst().body().path("outcome").asString()).isEqualTo("CONCERN");
        assertThat(sent.getFirst().body().path("note").asString()).isEqualTo("Curtains drawn");
        assertThat(sent.getLast().body().path("to").asString()).isEqualTo("POLICE");
        assertThat(sent.getLast().body().path("reason").asString()).isEqualTo("Day 4");
    }

    @Test
    void anOfficerPassesNoConcernOn() {
        assertThat(Readers.status(Role.ATTENDANCE_OFFICER, CHILD + "/escalations/new"))
                .isEqualTo(403);
        assertThat(Readers.page(Role.SAFEGUARDING_LEAD, CHILD + "/escalations/new"))
                .contains("Pass a concern on");
        assertThat(Readers.page(Role.ATTENDANCE_OFFICER, CHILD)).doesNotContain("Pass a concern on");
        assertThat(Readers.status(Role.HEAD, CHILD + "/gossip/new")).isEqualTo(404);
    }

    @Test
    void anAbsenceIsDecidedFromSessionToSession() {
        Browser reader = Readers.of(Role.HEAD, "*");
        HttpResponse<String> form = reader.get(CHILD + "/absence-decisions/new");
        reader.post(
                form,
                CHILD + "/absence-decisions/new",
                Map.of(
                        "from/date",
                        "2026-09-14",
                        "from/session",
                        "AM",
                        "to/date",
                        "2026-09-14",
                        "to/session",
                        "PM",
                        "code",
                        "I",
                        "reason",
                        "Mother rang"));
        Sent sent = SERVICE.commands().sent().getFirst();
        assertThat(sent.path()).endsWith("/absence-decisions");
        assertThat(sent.body().path("from").toString()).isEqualTo("{\"date\":\"2026-09-14\",\"session\":\"AM\"}");
        assertThat(sent.body().path("to").path("session").asString()).isEqualTo("PM");
    }

    @Test
    void aTaskIsDecidedWithAReason() {
        Browser reader = Readers.of(Role.HEAD, "*");
        String path = "/schools/197030/tasks/" + task + "/decision";
        HttpResponse<String> form = reader.get(path);
        assertThat(form.body()).contains("Home visit", "Ada Ash, 4-A, Day 2, due");
        HttpResponse<String> answer = reader.post(form, path, Map.of("decision", "DECLINED", "reason", "In hospital"));
        assertThat(answer.uri().getPath()).isEqualTo("/schools/197030/tasks");
        Sent sent = SERVICE.commands().sent().getFirst();
        assertThat(sent.path()).isEqualTo("/api/v1/tasks/" + task + "/decisions");
        assertThat(sent.body().path("decision").asString()).isEqualTo("DECLINED");
    }

    @Test
    void aTaskOfNoOneOrOfAnotherSchoolIsNotDecided() {
        SERVICE.ledger.openSchool(new Urn(197031), TestProfile.JSON);
        SERVICE.catchUp();
        assertThat(Readers.status(Role.HEAD, "/schools/197030/tasks/abc-1/decision"))
                .isEqualTo(404);
        assertThat(Readers.status(Role.HEAD, "/schools/197031/tasks/" + task + "/decision"))
                .isEqualTo(404);
    }

    @Test
    void aMarkIsAmendedWithAReason() {
        Browser reader = Readers.of(Role.HEAD, "*");
        String register = "/schools/197030/registers/2026-09-14/AM/4-A";
        String path = register + "/amendments/p1";
        HttpResponse<String> form = reader.get(path);
        assertThat(form.body()).contains("Ada Ash, Monday 14 September, morning, 4-A");
        HttpResponse<String> answer =
                reader.post(form, path, Map.of("amendedCode", "L", "minutesLate", "12", "reason", "Bus"));
        assertThat(answer.uri().getPath()).isEqualTo(register);
        Sent sent = SERVICE.commands().sent().getFirst();
        assertThat(sent.path()).isEqualTo("/api/v1" + register + "/amendments");
        assertThat(sent.body().path("minutesLate").isInt()).isTrue();
        assertThat(sent.body().path("pupilId").asString()).isEqualTo("p1");
    }

    @Test
    void otherRolesRecordNothing() {
        for (Role role : List.of(Role.CLASS_TEACHER, Role.TRUST_EXECUTIVE, Role.AUDITOR)) {
            assertThat(Readers.status(role, CHILD + "/contact-attempts/new")).isEqualTo(403);
            assertThat(Readers.status(role, "/schools/197030/tasks/abc-1/decision"))
                    .isEqualTo(403);
        }
    }
}
