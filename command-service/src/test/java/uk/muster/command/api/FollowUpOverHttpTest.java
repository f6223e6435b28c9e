package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.command.api.FollowUpSchool.OKAFOR;
import static uk.muster.command.api.FollowUpSchool.accepted;
import static uk.muster.command.api.FollowUpSchool.decision;
import static uk.muster.command.api.FollowUpSchool.register;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;
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

/** What follows by itself from marks, reports and deletions, in the running service. */
class FollowUpOverHttpTest {

    @TempDir
    static Path folder;

    private static FollowUpSchool school;

    @BeforeAll
    static void start() {
        school = new FollowUpSchool(folder);
    }

    @AfterAll
    static void stop() {
        school.close();
    }

    @Test
    void anNOpensACaseItsStepsFireAndTheSocialWorkerIsToldOnce() throws Exception {
        school.take(1, "N");
        school.take(1, "N");
        List<AbsenceEvent> facts = school.facts(1);
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
        assertThat(school.mail().getReceivedMessagesForDomain("kit1@council.example"))
                .hasSize(1);
    }

    @Test
    void whatIsRecordedDoesTheTasksOfItsDay() throws Exception {
        school.take(2, "N");
        school.settle();
        accepted(school.service()
                .post(school.lead(), "/schools/900004/pupils/p2/contact-attempts", """
                {"at":"2025-09-08T09:30:00+01:00","channel":"PHONE","outcome":"NO_ANSWER","author":%s}
                """.formatted(OKAFOR)));
        accepted(school.service()
                .post(school.lead(), "/schools/900004/pupils/p2/home-visits", """
                {"at":"2025-09-08T09:50:00+01:00","visitors":[%s],"outcome":"NO_ANSWER","author":%s}
                """.formatted(OKAFOR, OKAFOR)));
        List<AbsenceEvent> facts = school.facts(2);
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
        school.take(3, "N");
        school.settle();
        String visit = school.task(3, "d1-visit");
        String declined = decision("DECLINED", "Seen by her aunt at the bus stop.");
        assertThat(school.service()
                        .post(school.lead(), visit, decision("DECLINED", " "))
                        .status())
                .isEqualTo(422);
        assertThat(school.service()
                        .post(school.lead(), visit, "{\"decision\":\"LATER\"}")
                        .json()
                        .get("errors"))
                .hasSize(3);
        accepted(school.service().post(school.lead(), visit, declined));
        assertThat(school.service().post(school.lead(), visit, declined).status())
                .isEqualTo(409);
        assertThat(school.service()
                        .post(school.lead(), school.task(3, "d1-call").replaceAll("\\.[^/]*", ".nothing"), declined)
                        .status())
                .isEqualTo(404);
        assertThat(school.service()
                        .post(school.service().token("head", "900005"), school.task(3, "d1-call"), declined)
                        .status())
                .isEqualTo(404);
        assertThat(school.service()
                        .post(school.service().token("class-teacher", "*"), school.task(3, "d1-call"), declined)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aChildWhoComesInAfterAllHasNothingOpen() throws Exception {
        school.take(4, "N");
        school.settle();
        accepted(school.service()
                .post(school.service().token("mis-integration", "*"), register(4) + "/arrivals", """
                {"pupilId":"p4","arrivedAt":"2025-09-08T09:20:00+01:00","reason":"The bus broke down.","author":%s}
                """.formatted(
                                OKAFOR)));
        List<AbsenceEvent> facts = school.facts(4);
        assertThat(facts)
                .filteredOn(FollowUpCancelled.class::isInstance)
                .extracting(event -> ((FollowUpCancelled) event).because())
                .containsExactly(Lapse.RETURNED, Lapse.RETURNED);
        assertThat(facts.getLast()).isNotInstanceOf(FollowUpDue.class);
        assertThat(facts).filteredOn(UnexplainedAbsenceEnded.class::isInstance).hasSize(1);
        assertThat(school.service()
                        .post(school.lead(), school.task(4, "d1-call"), decision("DONE", "Called."))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aForecastOfFifteenSchoolDaysMakesTheReturnFallDue() throws Exception {
        accepted(school.service()
                .post(school.lead(), "/schools/900004/pupils/p5/sickness-forecasts", """
                {"from":"2025-09-08","expectedSchoolDays":15,"author":%s}
                """.formatted(OKAFOR)));
        assertThat(school.facts(5))
                .filteredOn(FollowUpDue.class::isInstance)
                .extracting(event -> ((FollowUpDue) event).step())
                .containsExactly("la-sickness");
    }

    @Test
    void aDoubtedVoicemailGivesSomethingToDoUntilTheChildIsSeen() throws Exception {
        // CS-13, KTS-36
        accepted(school.service()
                .post(school.lead(), "/schools/900004/pupils/p6/absence-reports", """
                {"reportedBy":{"name":"Sam Canarybird","relationship":"parent"},"channel":"VOICEMAIL","doubt":true,
                 "receivedAt":"2025-09-08T08:10:00+01:00","reason":"A cold.","from":"2025-09-08","author":%s}
                """.formatted(OKAFOR)));
        assertThat(school.facts(6))
                .filteredOn(FollowUpDue.class::isInstance)
                .extracting(event -> ((FollowUpDue) event).step())
                .containsExactlyInAnyOrder("call-back", "medical-evidence");
        school.take(6, "/");
        assertThat(school.facts(6))
                .filteredOn(FollowUpCancelled.class::isInstance)
                .hasSize(2);
    }

    @Test
    void theThirdLateMarkOfAHalfTermAsksForALetterUntilOneIsAmendedAway() throws Exception {
        // HCAT-68
        for (String date : List.of("2025-09-04", "2025-09-05", "2025-09-08")) {
            accepted(school.service()
                    .put(
                            school.service().token("mis-integration", "*"),
                            "/schools/900004/registers/" + date + "/AM/G8",
                            """
                    {"takenAt":"%sT09:05:00+01:00","takenBy":%s,"marks":[{"pupilId":"p8","code":"L","minutesLate":12}]}
                    """.formatted(date, OKAFOR)));
        }
        assertThat(school.facts(8))
                .singleElement()
                .isInstanceOfSatisfying(
                        FollowUpDue.class, due -> assertThat(due.step()).isEqualTo("late-letter-late-dates"));
        accepted(school.service()
                .post(school.lead(), "/schools/900004/registers/2025-09-05/AM/G8/amendments", """
                {"pupilId":"p8","amendedCode":"/","reason":"The school's own bus was late.","author":%s}
                """.formatted(OKAFOR)));
        assertThat(school.facts(8)).last().isInstanceOf(FollowUpCancelled.class);
    }

    @Test
    void aSocialWorkerWithoutAnAddressIsToldByAPerson() throws Exception {
        // HCAT-115
        school.take(7, "N");
        assertThat(school.facts(7))
                .filteredOn(FollowUpDue.class::isInstance)
                .extracting(event -> ((FollowUpDue) event).step())
                .contains("tell-social-worker");
        accepted(school.service()
                .post(school.lead(), school.task(7, "tell-social-worker"), decision("DONE", "Rang the duty desk.")));
    }

    @Test
    void aSocialWorkerIsToBeToldThatAChildLeaves() throws Exception {
        // HCAT-115
        accepted(school.service()
                .post(school.service().token("head", "900004"), "/schools/900004/pupils/p9/removal", """
                {"on":"2025-09-05","ground":"b","confirmations":[{"kind":"LA_NOTIFIED","on":"2025-09-05"}],"author":%s}
                """.formatted(
                                OKAFOR)));
        assertThat(school.facts(9))
                .singleElement()
                .isInstanceOfSatisfying(
                        FollowUpDue.class, due -> assertThat(due.step()).isEqualTo("tell-social-worker-leaving"));
    }
}
