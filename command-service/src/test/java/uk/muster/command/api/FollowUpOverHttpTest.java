package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.muster.command.api.RunningCommandService.Reply;
import uk.muster.command.clock.FallingDue;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.roll.RollBook;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.FollowUpEvent.Delivery;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.NotificationSettled;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;

/** What follows from an unexplained mark by itself, in the running service: on a Monday of a trial, when the calls of the morning are over. */
class FollowUpOverHttpTest {

    private static final String OKAFOR = "{\"id\":\"t-1\",\"name\":\"R. Okafor\",\"position\":\"Attendance officer\"}";

    @TempDir
    static Path folder;

    private static GreenMail mail;
    private static RunningCommandService service;
    private static String lead;

    @BeforeAll
    static void start() {
        mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mail.start();
        service = RunningCommandService.start(
                folder,
                Map.of(
                        "muster.clock.start", "2025-09-08T10:00:00+01:00",
                        "muster.mail.host", "127.0.0.1",
                        "muster.mail.port", Integer.toString(mail.getSmtp().getPort()),
                        "muster.mail.from", "muster@school.example",
                        "muster.mail.starttls", "false"));
        lead = service.token("safeguarding-lead", "900004");
        String mis = service.token("mis-integration", "*");
        accepted(service.put(mis, "/schools/900004", """
                {"name":"Ash Green","laCode":"810","phase":"PRIMARY","policyProfile":"hcat","policyOverlay":{
                 "sessions":{"pm":{"start":"13:00","register_closes":"13:20"}},
                 "parent_report":{"channels":["phone","voicemail"]},
                 "contacts":[{"role":"attendance","name":"M. Invented"}]}}
                """));
        accepted(service.put(mis, "/schools/900004/calendars/2025-26", """
                {"terms":[{"name":"Autumn 1","from":"2025-09-03","to":"2025-10-24"}],"closures":[]}
                """));
        for (int i = 1; i <= 9; i++) {
            accepted(service.put(mis, "/schools/900004/pupils/p" + i, """
                    {"upn":"%s","forename":"Robin","surname":"Example","dateOfBirth":"2017-11-05","yearGroup":"3","group":"G%d",
                     "admittedOn":"2025-09-01","flags":["SOCIAL_WORKER"],
                     "contacts":[{"id":"c9","name":"Kit Invented","relationship":"Social worker",%s
                      "priority":3,"livesWith":false}]}
                    """.formatted(
                            upn(i), i, i == 7 ? "" : "\"email\":\"kit%d@council.example\",".formatted(i))));
        }
    }

    @AfterAll
    static void stop() {
        service.close();
        mail.stop();
    }

    @Test
    void anNOpensACaseItsStepsFireAndTheSocialWorkerIsToldOnce() throws Exception {
        take(1, "N");
        take(1, "N");
        List<AbsenceEvent> facts = facts(1);
        assertThat(facts).filteredOn(UnexplainedAbsenceOpened.class::isInstance).hasSize(1);
        assertThat(facts)
                .filteredOn(FollowUpDue.class::isInstance)
                .extracting(event -> ((FollowUpDue) event).step())
                .containsExactlyInAnyOrder("d1-call", "d1-visit");
        assertThat(facts)
                .filteredOn(NotificationRaised.class::isInstance)
                .extracting(event -> ((NotificationRaised) event).to())
                .containsExactly(Recipient.SOCIAL_WORKER);
        assertThat(facts)
                .filteredOn(NotificationSettled.class::isInstance)
                .extracting(event -> ((NotificationSettled) event).delivery())
                .containsExactly(Delivery.SENT);
        assertThat(mail.getReceivedMessagesForDomain("kit1@council.example")).hasSize(1);
    }

    @Test
    void whatIsRecordedDoesTheTasksOfItsDay() throws Exception {
        take(2, "N");
        settle();
        accepted(service.post(lead, "/schools/900004/pupils/p2/contact-attempts", """
                {"at":"2025-09-08T09:30:00+01:00","channel":"PHONE","outcome":"NO_ANSWER","author":%s}
                """.formatted(OKAFOR)));
        accepted(service.post(lead, "/schools/900004/pupils/p2/home-visits", """
                {"at":"2025-09-08T09:50:00+01:00","visitors":[%s],"outcome":"NO_ANSWER","author":%s}
                """.formatted(OKAFOR, OKAFOR)));
        List<AbsenceEvent> facts = facts(2);
        for (Class<?> entry : List.of(ContactAttempted.class, HomeVisitRecorded.class)) {
            int at = facts.indexOf(
                    facts.stream().filter(entry::isInstance).findFirst().orElseThrow());
            assertThat(facts.get(at + 1))
                    .isInstanceOfSatisfying(
                            FollowUpDone.class,
                            done -> assertThat(done.by())
                                    .isEqualTo(facts.get(at).entryId()));
        }
    }

    @Test
    void aPersonDecidesATaskOnceAndSaysWhy() throws Exception {
        take(3, "N");
        settle();
        String visit = task(3, "d1-visit");
        String declined = decision("DECLINED", "Seen by her aunt at the bus stop.");
        assertThat(service.post(lead, visit, decision("DECLINED", " ")).status())
                .isEqualTo(422);
        assertThat(service.post(lead, visit, "{\"decision\":\"LATER\"}").json().get("errors"))
                .hasSize(3);
        accepted(service.post(lead, visit, declined));
        assertThat(service.post(lead, visit, declined).status()).isEqualTo(409);
        assertThat(service.post(lead, task(3, "d1-call").replaceAll("\\.[^/]*", ".nothing"), declined)
                        .status())
                .isEqualTo(404);
        assertThat(service.post(service.token("head", "900005"), task(3, "d1-call"), declined)
                        .status())
                .isEqualTo(404);
        assertThat(service.post(service.token("class-teacher", "*"), task(3, "d1-call"), declined)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aChildWhoComesInAfterAllHasNothingOpen() throws Exception {
        take(4, "N");
        settle();
        accepted(service.post(service.token("mis-integration", "*"), register(4) + "/arrivals", """
                {"pupilId":"p4","arrivedAt":"2025-09-08T09:20:00+01:00","reason":"The bus broke down.","author":%s}
                """.formatted(OKAFOR)));
        List<AbsenceEvent> facts = facts(4);
        assertThat(facts)
                .filteredOn(FollowUpCancelled.class::isInstance)
                .extracting(event -> ((FollowUpCancelled) event).because())
                .containsExactly(Lapse.RETURNED, Lapse.RETURNED);
        assertThat(facts.getLast()).isNotInstanceOf(FollowUpDue.class);
        assertThat(facts).filteredOn(UnexplainedAbsenceEnded.class::isInstance).hasSize(1);
        assertThat(service.post(lead, task(4, "d1-call"), decision("DONE", "Called."))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aForecastOfFifteenSchoolDaysMakesTheReturnFallDue() throws Exception {
        accepted(service.post(lead, "/schools/900004/pupils/p5/sickness-forecasts", """
                {"from":"2025-09-08","expectedSchoolDays":15,"author":%s}
                """.formatted(OKAFOR)));
        assertThat(facts(5))
                .filteredOn(FollowUpDue.class::isInstance)
                .extracting(event -> ((FollowUpDue) event).step())
                .containsExactly("la-sickness");
    }

    @Test
    void aDoubtedVoicemailGivesSomethingToDoUntilTheChildIsSeen() throws Exception {
        // CS-13, KTS-36
        accepted(service.post(lead, "/schools/900004/pupils/p6/absence-reports", """
                {"reportedBy":{"name":"Sam Canarybird","relationship":"parent"},"channel":"VOICEMAIL","doubt":true,
                 "receivedAt":"2025-09-08T08:10:00+01:00","reason":"A cold.","from":"2025-09-08","author":%s}
                """.formatted(OKAFOR)));
        assertThat(facts(6))
                .filteredOn(FollowUpDue.class::isInstance)
                .extracting(event -> ((FollowUpDue) event).step())
                .containsExactlyInAnyOrder("call-back", "medical-evidence");
        take(6, "/");
        assertThat(facts(6)).filteredOn(FollowUpCancelled.class::isInstance).hasSize(2);
    }

    @Test
    void theThirdLateMarkOfAHalfTermAsksForALetterUntilOneIsAmendedAway() throws Exception {
        // HCAT-68
        for (String date : List.of("2025-09-04", "2025-09-05", "2025-09-08")) {
            accepted(service.put(
                    service.token("mis-integration", "*"),
                    "/schools/900004/registers/" + date + "/AM/G8",
                    """
                    {"takenAt":"%sT09:05:00+01:00","takenBy":%s,"marks":[{"pupilId":"p8","code":"L","minutesLate":12}]}
                    """.formatted(date, OKAFOR)));
        }
        assertThat(facts(8))
                .singleElement()
                .isInstanceOfSatisfying(
                        FollowUpDue.class, due -> assertThat(due.step()).isEqualTo("late-letter-late-dates"));
        accepted(service.post(lead, "/schools/900004/registers/2025-09-05/AM/G8/amendments", """
                {"pupilId":"p8","amendedCode":"/","reason":"The school's own bus was late.","author":%s}
                """.formatted(OKAFOR)));
        assertThat(facts(8)).last().isInstanceOf(FollowUpCancelled.class);
    }

    @Test
    void aSocialWorkerWithoutAnAddressIsToldByAPerson() throws Exception {
        // HCAT-115
        take(7, "N");
        assertThat(facts(7))
                .filteredOn(FollowUpDue.class::isInstance)
                .extracting(event -> ((FollowUpDue) event).step())
                .contains("tell-social-worker");
        accepted(service.post(lead, task(7, "tell-social-worker"), decision("DONE", "Rang the duty desk.")));
    }

    @Test
    void aSocialWorkerIsToBeToldThatAChildLeaves() throws Exception {
        // HCAT-115
        accepted(service.post(
                service.token("head", "900004"), "/schools/900004/pupils/p9/removal", """
                {"on":"2025-09-05","ground":"b","confirmations":[{"kind":"LA_NOTIFIED","on":"2025-09-05"}],"author":%s}
                """.formatted(OKAFOR)));
        assertThat(facts(9))
                .singleElement()
                .isInstanceOfSatisfying(
                        FollowUpDue.class, due -> assertThat(due.step()).isEqualTo("tell-social-worker-leaving"));
    }

    private static String register(int pupil) {
        return "/schools/900004/registers/2025-09-08/AM/G" + pupil;
    }

    private static void take(int pupil, String code) {
        accepted(service.put(
                service.token("mis-integration", "*"), register(pupil), """
                {"takenAt":"2025-09-08T09:05:00+01:00","takenBy":%s,"marks":[{"pupilId":"p%d","code":"%s"}]}
                """.formatted(OKAFOR, pupil, code)));
    }

    private static String decision(String decision, String reason) {
        return "{\"decision\":\"%s\",\"reason\":\"%s\",\"author\":%s}".formatted(decision, reason, OKAFOR);
    }

    private static String task(int pupil, String step) throws InterruptedException {
        return facts(pupil).stream()
                .filter(FollowUpDue.class::isInstance)
                .filter(event -> ((FollowUpDue) event).step().equals(step))
                .map(event -> "/tasks/" + new AbsenceEntryId(event.pupil(), event.entryId()) + "/decisions")
                .findFirst()
                .orElseThrow();
    }

    private static void settle() throws InterruptedException {
        assertThat(service.context().getBean(FallingDue.class).await(Duration.ofSeconds(30)))
                .isTrue();
    }

    /** The facts of a pupil's absence, once all that follows is recorded. */
    private static List<AbsenceEvent> facts(int pupil) throws InterruptedException {
        settle();
        String group = "/G" + pupil;
        List<AbsenceEvent> all = service.context().getBean(LedgerReader.class).after(0, 10_000).stream()
                .map(stored -> EventTypes.read(stored.type(), stored.payload()))
                .filter(AbsenceEvent.class::isInstance)
                .map(AbsenceEvent.class::cast)
                .toList();
        return all.stream()
                .filter(event -> service.context()
                        .getBean(RollBook.class)
                        .of(event.urn())
                        .find(event.pupil())
                        .filter(known -> ("/" + known.groups().getFirst().group()).equals(group))
                        .isPresent())
                .toList();
    }

    private static void accepted(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isIn(200, 201);
    }

    /** A UPN with the right check letter. */
    private static String upn(int serial) {
        String rest = "810999926%03d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < rest.length(); i++) {
            sum += (rest.charAt(i) - '0') * (i + 2);
        }
        return "ABCDEFGHJKLMNPQRTUVWXYZ".charAt(sum % 23) + rest;
    }
}
