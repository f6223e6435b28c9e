package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceEntries.assessment;
import static uk.muster.kernel.absence.AbsenceEntries.attempt;
import static uk.muster.kernel.absence.AbsenceEntries.escalation;
import static uk.muster.kernel.absence.AbsenceEntries.visit;
import static uk.muster.kernel.absence.AbsenceScenario.PUPIL;
import static uk.muster.kernel.absence.AbsenceScenario.URN;
import static uk.muster.kernel.absence.AbsenceScenario.sealed;
import static uk.muster.kernel.absence.AbsenceSituations.MONDAY;
import static uk.muster.kernel.absence.AbsenceSituations.dayOne;
import static uk.muster.kernel.absence.AbsenceSituations.lastLapse;
import static uk.muster.kernel.absence.AbsenceSituations.scenario;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.policy.Modality;
import uk.muster.kernel.policy.VulnerabilityFlag;

/** What people do: attempts, visits, assessments and escalations, and what of it is contact (G-08, G-09). */
class ContactTest {

    @ParameterizedTest
    @CsvSource({
        "SPOKE, true",
        "NO_ANSWER, false",
        "VOICEMAIL, false",
        "SENT, false",
        "WRONG_NUMBER, false",
        "REFUSED, false"
    })
    void anAttemptIsNotContact(Outcome outcome, boolean contact) {
        // G-08, HCAT-74: contact stops the visit, the daily call goes on
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-07", "09:20");
        scenario.record(attempt(scenario, outcome)).until("2026-09-08", "10:00");
        assertThat(scenario.task("d1-call").status()).isEqualTo(Status.DONE);
        assertThat(scenario.tasks("d1-visit")).hasSize(contact ? 0 : 1);
        assertThat(scenario.tasks("d2-visit")).hasSize(contact ? 0 : 1);
        assertThat(scenario.tasks("daily-contact")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"SPOKE_TO_ADULT, true", "CHILD_SEEN_SAFE, true", "NO_ANSWER, false", "CONCERN, false"})
    void anAdultOrTheChildSeenIsContact(VisitOutcome outcome, boolean contact) {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-07", "11:00");
        scenario.record(visit(scenario, outcome)).until("2026-09-08", "10:00");
        assertThat(scenario.task("d1-visit").status()).isEqualTo(Status.DONE);
        assertThat(scenario.tasks("d2-visit")).hasSize(contact ? 0 : 1);
    }

    @Test
    void contactOnDay6StopsTheOfficerOfDay10ButNotTheAuthoritysTenDays() {
        // GV-12, HCAT-60, HCAT-77, HCAT-X22
        AbsenceScenario scenario = scenario("hcat", MONDAY);
        int number = 0;
        for (LocalDate day : scenario.schoolDays(MONDAY, 10)) {
            number++;
            scenario.until(day.toString(), "09:05").mark(day, "N").until(day.toString(), "11:00");
            if (number == 6) {
                scenario.record(attempt(scenario, Outcome.SPOKE));
            }
            scenario.until(day.toString(), "18:00");
        }
        assertThat(scenario.tasks("d10-cme")).isEmpty();
        assertThat(scenario.task("la-unauthorised").isOpen()).isTrue();
        assertThat(scenario.due("la-unauthorised").date()).isEqualTo("2026-09-18");
    }

    @Test
    void contactCancelsWhatIsOpenForWantOfItAndACorrectionBringsItBack() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "10:00");
        ContactAttempted spoke = attempt(scenario, Outcome.SPOKE);
        scenario.record(spoke);
        assertThat(scenario.task("d2-visit").status()).isEqualTo(Status.CANCELLED);
        assertThat(lastLapse(scenario)).isEqualTo(Lapse.CONTACT_MADE);
        scenario.record(new EntryCorrected(URN, PUPIL, spoke.entryId(), scenario.newId(), true, sealed()));
        assertThat(scenario.tasks("d2-visit"))
                .extracting(FollowUpTask::status)
                .containsExactly(Status.CANCELLED, Status.OPEN);
    }

    @Test
    void aTaskDoneByAnAttemptOnTheWrongChildFallsDueAnew() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-07", "09:20");
        ContactAttempted wrong = attempt(scenario, Outcome.NO_ANSWER);
        scenario.record(wrong);
        assertThat(scenario.task("d1-call").status()).isEqualTo(Status.DONE);
        scenario.until("2026-09-07", "10:00")
                .record(new EntryCorrected(URN, PUPIL, wrong.entryId(), scenario.newId(), true, sealed()));
        assertThat(scenario.tasks("d1-call"))
                .extracting(FollowUpTask::status)
                .containsExactly(Status.DONE, Status.OPEN);
        scenario.record(attempt(scenario, Outcome.NO_ANSWER));
        assertThat(scenario.tasks("d1-call")).extracting(FollowUpTask::status).containsOnly(Status.DONE);
    }

    @Test
    void aTaskDoneByAnAttemptThatWasPutIntoOtherWordsIsDoneByThose() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-07", "09:20");
        ContactAttempted wrong = attempt(scenario, Outcome.NO_ANSWER);
        ContactAttempted right = attempt(scenario, Outcome.VOICEMAIL);
        scenario.record(wrong)
                .record(new EntryCorrected(URN, PUPIL, wrong.entryId(), right.entryId(), false, sealed()))
                .record(right);
        assertThat(scenario.tasks("d1-call")).extracting(FollowUpTask::status).containsOnly(Status.DONE);
    }

    @Test
    void anEntryDoesTheTasksOfItsKindAndDayAlone() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "10:00");
        scenario.record(visit(scenario, VisitOutcome.NO_ANSWER));
        assertThat(scenario.task("d2-visit").status()).isEqualTo(Status.DONE);
        assertThat(scenario.task("d1-visit").status()).isEqualTo(Status.OPEN);
        assertThat(scenario.task("daily-contact").status()).isEqualTo(Status.OPEN);
    }

    @Test
    void anAttemptMadeBeforeItsTimeDoesTheCallOfItsDay() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "08:30");
        scenario.record(attempt(scenario, Outcome.NO_ANSWER)).until("2026-09-08", "10:00");
        assertThat(scenario.task("daily-contact").status()).isEqualTo(Status.DONE);
    }

    @Test
    void theFirstAttemptThatFailsAsksForTheOtherNumbers() {
        // CS-18
        AbsenceScenario scenario = dayOne("clore-shalom").until("2026-09-07", "09:30");
        assertThat(scenario.stepsOn(MONDAY)).containsExactly("d1-contact");
        scenario.record(attempt(scenario, Outcome.VOICEMAIL));
        assertThat(scenario.task("d1-contact").status()).isEqualTo(Status.DONE);
        assertThat(scenario.task("d1-fallback").isOpen()).isTrue();
        assertThat(scenario.task("d1-visit").isOpen()).isTrue();
        scenario.record(attempt(scenario, Outcome.NO_ANSWER));
        assertThat(scenario.task("d1-fallback").status()).isEqualTo(Status.DONE);
    }

    @Test
    void aConcernThatRemainsIsSharedAndPassedOn() {
        // IPAT-17 to IPAT-19
        AbsenceScenario scenario = dayOne("ipat").until("2026-09-07", "10:00");
        scenario.record(attempt(scenario, Outcome.NO_ANSWER)).record(assessment(scenario, false));
        assertThat(scenario.task("d1-risk").status()).isEqualTo(Status.DONE);
        assertThat(scenario.tasks("d1-dsl")).isEmpty();
        scenario.until("2026-09-07", "11:00").record(assessment(scenario, true));
        assertThat(scenario.task("d1-dsl").isOpen()).isTrue();
        scenario.record(escalation(scenario, Destination.SAFEGUARDING));
        assertThat(scenario.task("d1-dsl").status()).isEqualTo(Status.DONE);
        assertThat(scenario.task("d1-agencies").isOpen()).isTrue();
        scenario.record(escalation(scenario, Destination.POLICE));
        assertThat(scenario.task("d1-agencies").status()).isEqualTo(Status.DONE);
    }

    @Test
    void afterAVisitInVainTheConcernMayBeReferred() {
        // HCAT-76
        AbsenceScenario scenario =
                dayOne("hcat").flagged(VulnerabilityFlag.SAFEGUARDING_CONCERN).until("2026-09-07", "11:00");
        assertThat(scenario.tasks("d1-refer")).isEmpty();
        scenario.record(visit(scenario, VisitOutcome.NO_ANSWER));
        assertThat(scenario.due("d1-refer").modality()).isEqualTo(Modality.MAY);
        scenario.record(escalation(scenario, Destination.POLICE));
        assertThat(scenario.task("d1-refer").status()).isEqualTo(Status.DONE);
    }

    @Test
    void aTextIsAnAttemptAndWithoutAnAnswerAVisitMayFollow() {
        // HCAT-43; HCAT-40 and HCAT-X06: on the first day it may be made
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-07", "09:20");
        scenario.record(attempt(scenario, Outcome.SENT)).until("2026-09-07", "10:00");
        assertThat(scenario.task("d1-call").status()).isEqualTo(Status.DONE);
        assertThat(scenario.due("d1-visit").modality()).isEqualTo(Modality.MAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hcat", "kts", "clore-shalom", "ipat"})
    void oneMoreAttemptIsDueOnEachFurtherDay(String profile) {
        // KTS-49, CS-17
        AbsenceScenario scenario = dayOne(profile);
        List<LocalDate> days = scenario.schoolDays(MONDAY, 7);
        scenario.until(days.getLast().toString(), "18:00");
        assertThat(scenario.tasks("daily-contact"))
                .extracting(FollowUpTask::date)
                .containsExactlyElementsOf(days.subList(1, 7));
    }

    @Test
    void theAuthorityMayBeToldSoonerThanOnTheTenthDay() {
        // CS-19 "or sooner"
        AbsenceScenario scenario = dayOne("clore-shalom").until("2026-09-11", "11:00");
        scenario.record(escalation(scenario, Destination.LA));
        assertThat(scenario.until("2026-09-18", "08:44").tasks("d10-la")).isEmpty();
        assertThat(scenario.until("2026-09-18", "09:00").task("d10-la").status())
                .isEqualTo(Status.DONE);
    }

    @Test
    void aReferralToTheOfficerForChildrenMissingEducationIsDoneByNothingElse() {
        // HCAT-77
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-18", "14:00");
        for (Destination other : List.of(Destination.SAFEGUARDING, Destination.POLICE, Destination.LA)) {
            scenario.record(escalation(scenario, other));
            assertThat(scenario.task("d10-cme").isOpen()).as(other.toString()).isTrue();
        }
        scenario.record(escalation(scenario, Destination.CME));
        assertThat(scenario.task("d10-cme").status()).isEqualTo(Status.DONE);
    }

    @Test
    void twoAndFiveDaysWithoutContactAreEscalated() {
        // IPAT-20, IPAT-21; IPAT-16 and IPAT-54: contact is tried on the very day
        AbsenceScenario scenario = dayOne("ipat").until("2026-09-11", "11:00");
        assertThat(scenario.due("d1-contact").date()).isEqualTo(MONDAY);
        assertThat(scenario.due("d1-contact").actions()).contains("phone_call", "emergency_contacts");
        assertThat(scenario.due("d2-escalate").modality()).isEqualTo(Modality.MUST);
        assertThat(scenario.due("d5-formal").actions()).containsExactly("formal_safeguarding", "la_notify");
        scenario.record(escalation(scenario, Destination.SAFEGUARDING));
        assertThat(scenario.task("d5-formal").status()).isEqualTo(Status.DONE);
        assertThat(scenario.task("d5-cme").isOpen()).isTrue();
    }

    @Test
    void aVisitIsDemandedOnDay1WhereACircumstanceSaysSo() {
        // HCAT-75, IPAT-18
        AbsenceScenario hcat =
                dayOne("hcat").until("2026-09-07", "10:00").flagged(VulnerabilityFlag.SAFEGUARDING_CONCERN);
        assertThat(hcat.look().due("d1-visit-sg").modality()).isEqualTo(Modality.MUST);
        AbsenceScenario ipat =
                dayOne("ipat").flagged(VulnerabilityFlag.CHILD_IN_NEED).until("2026-09-07", "13:20");
        assertThat(ipat.due("d1-visit-v").modality()).isEqualTo(Modality.MUST_CONSIDER);
        assertThat(dayOne("ipat")
                        .flagged(VulnerabilityFlag.EAL)
                        .until("2026-09-07", "13:20")
                        .tasks("d1-visit-v"))
                .isEmpty();
    }
}
