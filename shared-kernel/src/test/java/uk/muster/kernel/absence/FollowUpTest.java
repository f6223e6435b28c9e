package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceScenario.PUPIL;
import static uk.muster.kernel.absence.AbsenceScenario.URN;
import static uk.muster.kernel.absence.AbsenceScenario.sealed;
import static uk.muster.kernel.identity.SessionHalf.AM;
import static uk.muster.kernel.identity.SessionHalf.PM;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.RiskAssessed;
import uk.muster.kernel.event.AbsenceEvent.SafeguardingEscalated;
import uk.muster.kernel.event.AbsenceEvent.SicknessForecast;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.event.FollowUpEvent.Ending;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.Modality;
import uk.muster.kernel.policy.SchoolOverlays;
import uk.muster.kernel.policy.VulnerabilityFlag;

/** What falls due while an absence lasts, by the four policies. */
class FollowUpTest {

    private static final Map<String, EffectivePolicy> POLICIES = Stream.of(
                    "hcat", "kts", "clore-shalom", "ipat", "national-baseline")
            .collect(Collectors.toMap(profile -> profile, SchoolOverlays::activated));
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");

    // GV-3

    @ParameterizedTest(name = "day {0} {1}")
    @CsvFileSource(resources = "/golden/gv-3-steps.csv", numLinesToSkip = 1)
    void gv3StepsAreDueOnTheirSchoolDays(
            int day, @Nullable String circumstances, String hcat, String kts, String cloreShalom, String ipat) {
        Map<String, String> expected = Map.of("hcat", hcat, "kts", kts, "clore-shalom", cloreShalom, "ipat", ipat);
        // Over the half term too: the case of 15 October has its day 11 on 6 November.
        for (LocalDate from : List.of(MONDAY, LocalDate.parse("2026-10-15"))) {
            expected.forEach((profile, steps) -> assertThat(silence(profile, from, circumstances != null, day)
                            .stepsOn(scenario(profile, from)
                                    .schoolDays(from, day)
                                    .getLast()))

                    // la.unauthorised is a clock of its own, and so are counts towards a penalty
                    .filteredOn(step -> !step.equals("la-unauthorised") && !step.startsWith("penalty-"))
                    .containsExactlyInAnyOrder(steps.split(" ")));
        }
    }

    /** Nobody answers, and where the policy asks whether a concern remains, it does. */
    private static AbsenceScenario silence(String profile, LocalDate from, boolean vulnerable, int days) {
        AbsenceScenario scenario = scenario(profile, from);
        if (vulnerable) {
            scenario.flagged(VulnerabilityFlag.SAFEGUARDING_CONCERN, VulnerabilityFlag.SEND_SUPPORT);
        }
        for (LocalDate day : scenario.schoolDays(from, days)) {
            String date = day.toString();
            scenario.until(date, "09:05").mark(date, AM, "N").until(date, "11:00");
            if (day.equals(from)) {
                scenario.record(assessment(scenario, true));
                if (vulnerable && profile.equals("hcat")) {
                    scenario.record(visit(scenario, VisitOutcome.NO_ANSWER));
                }
            }
            scenario.until(date, "13:05").mark(date, PM, "N").until(date, "18:00");
        }
        return scenario;
    }

    @ParameterizedTest
    @CsvSource({
        "hcat, d1-call, MUST, CONTACT",
        "hcat, d1-visit, MAY, VISIT",
        "hcat, d2-visit, MUST, VISIT",
        "hcat, d10-cme, MUST, ESCALATE",
        "kts, d2-ewo, MUST_CONSIDER, ESCALATE",
        "clore-shalom, d1-fallback, MUST, CONTACT",
        "clore-shalom, d10-la, MUST, NOTIFY",
        "ipat, d1-risk, MUST, ASSESS",
        "ipat, d1-agencies, MUST_CONSIDER, ESCALATE",
        "ipat, d5-formal, MUST, ESCALATE",
        "ipat, d5-cme, MUST_CONSIDER, DECIDE"
    })
    void aStepAsksForWhatItsPolicySays(String profile, String step, Modality modality, TaskKind kind) {
        AbsenceScenario scenario = silence(profile, MONDAY, false, 10);
        assertThat(scenario.due(step).modality()).isEqualTo(modality);
        assertThat(scenario.due(step).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        // HCAT-19, HCAT-20, HCAT-74, HCAT-77; KTS-47: the morning; CS-22: the end of the day is the year's own
        "hcat, d1-call, 2026-09-07T09:10, 2026-09-07T09:40",
        "hcat, d1-visit, 2026-09-07T09:40, 2026-09-07T13:15",
        "hcat, d2-visit, 2026-09-08T09:30, 2026-09-08T13:15",
        "hcat, d4-visit, 2026-09-10T09:30, 2026-09-10T13:15",
        "hcat, d10-cme, 2026-09-18T13:15, 2026-09-18T13:15",
        "kts, d1-call, 2026-09-07T09:30, 2026-09-07T12:00",
        "kts, d1-visit, 2026-09-07T12:00, 2026-09-07T15:00",
        "clore-shalom, d1-contact, 2026-09-07T09:05, 2026-09-07T15:30",
        "clore-shalom, d1-visit, 2026-09-07T15:30, 2026-09-07T15:30",
        "clore-shalom, d10-la, 2026-09-18T08:45, 2026-09-18T15:30",
        "ipat, d1-contact, 2026-09-07T09:05, 2026-09-07T13:15",
        "ipat, d2-escalate, 2026-09-08T09:10, 2026-09-08T13:15"
    })
    void aStepFiresAndIsDueAtThePolicysTimes(String profile, String step, String raised, String due) {
        AbsenceScenario scenario = silence(profile, MONDAY, false, 10);
        assertThat(scenario.due(step).raisedAt()).isEqualTo(london(raised));
        assertThat(scenario.due(step).dueAt()).isEqualTo(london(due));
    }

    // The case

    @Test
    void theFirstNOpensACaseAndNothingElseDoes() {
        AbsenceScenario scenario = scenario("hcat", MONDAY).until("2026-09-07", "09:05");
        for (String code : List.of("/", "L", "I", "O", "G", "U", "C")) {
            scenario.mark("2026-09-07", AM, code);
            assertThat(scenario.events).isEmpty();
        }
        scenario.mark("2026-09-07", AM, "N");
        assertThat(scenario.events).singleElement().isInstanceOfSatisfying(UnexplainedAbsenceOpened.class, opened -> {
            assertThat(opened.from().half()).isEqualTo(AM);
            assertThat(opened.nextAt()).isEqualTo(london("2026-09-07T09:10"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/, RETURNED",
        "L, RETURNED",
        "U, RETURNED",
        "V, RETURNED",
        "I, EXPLAINED",
        "G, EXPLAINED",
        "D, EXPLAINED"
    })
    void returningOrAnAcceptedReasonEndsTheCase(String code, Ending ending) {
        // G-08, G-09
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "09:05").mark("2026-09-08", AM, code);
        assertThat(lastEnding(scenario)).isEqualTo(ending);
        assertThat(scenario.task("d1-call").status()).isEqualTo(Status.CANCELLED);
        assertThat(scenario.until("2026-09-08", "18:00").tasks("d2-visit")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"O", "X", "C2", "Y4"})
    void nothingElseEndsIt(String code) {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "09:05").mark("2026-09-08", AM, code);
        assertThat(scenario.state().openCase()).isPresent();
    }

    @Test
    void aDayOnWhichThePupilWasNotExpectedDoesNotCount() {
        // G-03: Tuesday is part-time, so that Wednesday is day 2
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "09:05");
        scenario.mark(LocalDate.parse("2026-09-08"), "C2").until("2026-09-09", "10:00");
        assertThat(scenario.due("d2-visit").date()).isEqualTo("2026-09-09");
        assertThat(scenario.tasks("daily-contact")).hasSize(1);
    }

    @Test
    void weekendsInsetDaysAndClosuresNeitherAdvanceNorEndIt() {
        AbsenceScenario scenario = scenario("hcat", LocalDate.parse("2026-09-10"))
                .closed(new Closure(LocalDate.parse("2026-09-14"), ClosureKind.INSET, null))
                .closed(new UnplannedClosure(LocalDate.parse("2026-09-15"), null, UnplannedClosure.Extent.WHOLE));
        scenario.until("2026-09-10", "09:05").mark("2026-09-10", AM, "N").until("2026-09-18", "18:00");
        assertThat(scenario.stepsOn(LocalDate.parse("2026-09-11"))).contains("d2-visit");
        assertThat(scenario.stepsOn(LocalDate.parse("2026-09-14"))).isEmpty();
        assertThat(scenario.stepsOn(LocalDate.parse("2026-09-15"))).isEmpty();
        assertThat(scenario.stepsOn(LocalDate.parse("2026-09-17"))).contains("d4-visit");
    }

    @Test
    void aRegisterThatIsMissingAtItsTimeIsNoSignOfLife() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "09:35");
        assertThat(scenario.task("d2-visit").isOpen()).isTrue();
        scenario.mark("2026-09-08", AM, "/");
        assertThat(scenario.task("d2-visit").status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void anAbsenceThatBeginsInTheAfternoonFiresAtOnceAndIsDueByTheEndOfTheDay() {
        AbsenceScenario scenario =
                scenario("hcat", MONDAY).until("2026-09-07", "09:05").mark("2026-09-07", AM, "/");
        scenario.until("2026-09-07", "13:05").mark("2026-09-07", PM, "N");
        assertThat(scenario.stepsOn(MONDAY)).containsExactly("d1-call", "d1-visit");
        assertThat(scenario.due("d1-call").dueAt()).isEqualTo(london("2026-09-07T13:15"));
    }

    @Test
    void aLateArrivalCancelsTheCalls() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-07", "09:20").mark("2026-09-07", AM, "L");
        assertThat(lastEnding(scenario)).isEqualTo(Ending.RETURNED);
        assertThat(lastLapse(scenario)).isEqualTo(Lapse.RETURNED);
        assertThat(scenario.until("2026-09-07", "18:00").tasks("d1-visit")).isEmpty();
    }

    // Contact

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

    // Reports

    @Test
    void aReportPreventsTheStepsOfTheDaysThatItCovers() {
        // HCAT-27, KTS-23: a report without an end is of its day
        AbsenceScenario scenario = scenario("hcat", MONDAY).until("2026-09-07", "08:10");
        scenario.record(report(scenario, MONDAY, null))
                .until("2026-09-07", "09:05")
                .mark("2026-09-07", AM, "N");
        assertThat(scenario.until("2026-09-07", "18:00").state().tasks()).isEmpty();
        assertThat(scenario.state().openCase()).isPresent();
        assertThat(scenario.until("2026-09-08", "10:00").stepsOn(LocalDate.parse("2026-09-08")))
                .containsExactly("daily-contact", "d2-visit");
    }

    @Test
    void aReportCancelsWhatIsOpenForItsDays() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "10:00");
        scenario.record(report(scenario, MONDAY, LocalDate.parse("2026-09-10")));
        assertThat(scenario.state().tasks()).noneMatch(FollowUpTask::isOpen);
        assertThat(lastLapse(scenario)).isEqualTo(Lapse.REPORTED);
        assertThat(scenario.until("2026-09-09", "18:00").stepsOn(LocalDate.parse("2026-09-09")))
                .isEmpty();
        assertThat(scenario.until("2026-09-10", "10:00").stepsOn(LocalDate.parse("2026-09-10")))
                .contains("d4-visit");
    }

    // The reason's deadline

    @Test
    void anNBecomesOAtTheEndOfTheFifthSchoolDayInTheOfficersName() {
        // reg 10(9): N on Monday 7 September, last day Monday 14
        AbsenceScenario scenario = officer("hcat");
        scenario.until("2026-09-07", "09:05").mark("2026-09-07", AM, "N").mark("2026-09-07", PM, "/");
        assertThat(code(scenario.until("2026-09-14", "23:59"))).isEqualTo("N");
        assertThat(code(scenario.until("2026-09-15", "00:00"))).isEqualTo("O");
        assertThat(scenario.tasks("reason-deadline")).isEmpty();
    }

    @Test
    void withoutAnOfficerItStaysAndIsOverdue() {
        AbsenceScenario scenario =
                scenario("hcat", MONDAY).until("2026-09-07", "09:05").mark("2026-09-07", AM, "N");
        scenario.mark("2026-09-07", PM, "/").until("2026-09-15", "00:00");
        assertThat(code(scenario)).isEqualTo("N");
        assertThat(scenario.due("reason-deadline").modality()).isEqualTo(Modality.MUST);
        assertThat(scenario.task("reason-deadline").dueAt()).isEqualTo(london("2026-09-15T00:00"));
        scenario.mark("2026-09-07", AM, "I");
        assertThat(scenario.task("reason-deadline").status()).isEqualTo(Status.CANCELLED);
        assertThat(lastLapse(scenario)).isEqualTo(Lapse.SETTLED);
    }

    @Test
    void theDeadlineRunsThroughNoHoliday() {
        // N on Thursday 22 October: Friday is day 1, half term, days 2 to 5 are 2 to 5 November
        AbsenceScenario scenario = officer("hcat");
        scenario.until("2026-10-22", "09:05").mark("2026-10-22", AM, "N").mark("2026-10-22", PM, "/");
        assertThat(code(scenario.until("2026-11-05", "23:59"), "2026-10-22")).isEqualTo("N");
        assertThat(code(scenario.until("2026-11-06", "00:00"), "2026-10-22")).isEqualTo("O");
    }

    @Test
    void ktsHasTheTaskAtTheFifthWorkingDayToo() {
        // KTS-48: of Thursday 22 October it is the 29th, in the holiday
        AbsenceScenario scenario = officer("kts");
        scenario.until("2026-10-22", "09:05").mark("2026-10-22", AM, "N").mark("2026-10-22", PM, "\\");
        scenario.until("2026-10-30", "00:00");
        assertThat(scenario.task("reason-deadline").isOpen()).isTrue();
        assertThat(scenario.task("reason-deadline").dueAt()).isEqualTo(london("2026-10-30T00:00"));
        scenario.until("2026-11-06", "00:00");
        assertThat(code(scenario, "2026-10-22")).isEqualTo("O");
        assertThat(scenario.task("reason-deadline").status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void aCaseGoesOnWhenItsFirstDayHasBecomeO() {
        AbsenceScenario scenario = officer("hcat");
        for (LocalDate day : scenario.schoolDays(MONDAY, 10)) {
            scenario.until(day.toString(), "09:05").mark(day, "N").until(day.toString(), "18:00");
        }
        assertThat(code(scenario)).isEqualTo("O");
        assertThat(scenario.events)
                .filteredOn(UnexplainedAbsenceOpened.class::isInstance)
                .hasSize(1);
        assertThat(scenario.task("d10-cme").isOpen()).isTrue();
        assertThat(scenario.task("d2-visit").isOpen()).isTrue();
    }

    // Later changes

    @Test
    void aCorrectionToPresentCancelsTheCase() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "10:00").mark("2026-09-07", AM, "/");
        assertThat(lastEnding(scenario)).isEqualTo(Ending.CORRECTED);
        assertThat(scenario.state().tasks()).noneMatch(FollowUpTask::isOpen);
    }

    @Test
    void aCorrectionToNOpensWhatShouldHaveBeenOpen() {
        AbsenceScenario scenario =
                scenario("hcat", MONDAY).until("2026-09-07", "09:05").mark("2026-09-07", AM, "/");
        scenario.until("2026-09-07", "10:30").mark("2026-09-07", AM, "N");
        assertThat(scenario.stepsOn(MONDAY)).containsExactly("d1-call", "d1-visit");
    }

    @Test
    void anEarlierNThatComesLaterMovesTheDays() {
        AbsenceScenario scenario =
                scenario("hcat", MONDAY).until("2026-09-08", "09:05").mark("2026-09-08", AM, "N");
        scenario.until("2026-09-08", "10:00").mark("2026-09-07", AM, "N");
        assertThat(scenario.state().openCase().orElseThrow().from().date()).isEqualTo(MONDAY);
        assertThat(scenario.due("d2-visit").date()).isEqualTo("2026-09-08");
    }

    @Test
    void aCalendarThatTakesTheDayAwayCancelsWhatWasDueOnIt() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "10:00");
        scenario.closed(new UnplannedClosure(LocalDate.parse("2026-09-08"), null, UnplannedClosure.Extent.WHOLE));
        assertThat(scenario.task("d2-visit").status()).isEqualTo(Status.CANCELLED);
        scenario.until("2026-09-09", "10:00");
        assertThat(scenario.tasks("d2-visit"))
                .last()
                .extracting(FollowUpTask::date)
                .isEqualTo(LocalDate.parse("2026-09-09"));
    }

    @Test
    void whoLeavesTheRollHasNoCase() {
        AbsenceScenario scenario = dayOne("hcat").until("2026-09-08", "10:00").leave();
        assertThat(lastEnding(scenario)).isEqualTo(Ending.LEFT);
    }

    // History and time

    @Test
    void aRegisterOfLastWeekStartsNoFirstDayResponse() {
        AbsenceScenario scenario = officer("hcat").until("2026-09-09", "12:00");
        scenario.mark("2026-09-07", AM, "N");
        scenario.mark("2026-09-07", PM, "/");
        assertThat(scenario.state().tasks()).isEmpty();
        assertThat(lastEnding(scenario)).isEqualTo(Ending.RETURNED);
        // Its N is on the list when its time comes, and never becomes O by itself.
        scenario.until("2026-09-15", "00:00");
        assertThat(code(scenario)).isEqualTo("N");
        assertThat(scenario.task("reason-deadline").isOpen()).isTrue();
    }

    @Test
    void aLateRegisterOfAnAbsenceThatLastsGoesOnFromToday() {
        AbsenceScenario scenario = scenario("hcat", MONDAY).until("2026-09-10", "08:50");
        for (LocalDate day : scenario.schoolDays(MONDAY, 3)) {
            scenario.mark(day, "N");
        }
        assertThat(scenario.state().tasks()).isEmpty();
        scenario.until("2026-09-10", "10:00");
        assertThat(scenario.state().tasks()).isEmpty();
        scenario.mark("2026-09-10", AM, "N");
        assertThat(scenario.state().tasks())
                .extracting(FollowUpTask::step)
                .containsExactlyInAnyOrder("daily-contact", "d4-visit");
    }

    @Test
    void aRegisterOneSchoolDayLateIsNoHistory() {
        AbsenceScenario scenario =
                scenario("hcat", MONDAY).until("2026-09-08", "08:50").mark("2026-09-07", AM, "N");
        assertThat(scenario.stepsOn(MONDAY)).containsExactly("d1-call", "d1-visit");
    }

    @Test
    void whatFellDueWhileTheServiceWasDownFiresOnceOnStart() {
        AbsenceScenario scenario = dayOne("hcat").downUntil("2026-09-08", "16:00");
        assertThat(scenario.stepsOn(MONDAY)).containsExactly("d1-call", "d1-visit");
        assertThat(scenario.stepsOn(LocalDate.parse("2026-09-08"))).containsExactly("d2-visit", "daily-contact");
    }

    @Test
    void aDayIsLondonsWhenTheClocksChange() {
        // 25 October 2026: the hour falls back over the weekend of the half term; 9:30 stays 9:30
        AbsenceScenario scenario = scenario("hcat", LocalDate.parse("2026-10-23"));
        scenario.until("2026-10-23", "09:05").mark("2026-10-23", AM, "N").until("2026-11-02", "18:00");
        assertThat(scenario.due("d2-visit").raisedAt()).isEqualTo(Instant.parse("2026-11-02T09:30:00Z"));
        assertThat(scenario.due("d1-call").raisedAt()).isEqualTo(Instant.parse("2026-10-23T08:10:00Z"));
    }

    // Who is told

    @Test
    void aSocialWorkerIsToldOnceACase() {
        // HCAT-115, KTS-50
        AbsenceScenario scenario =
                dayOne("hcat").flagged(VulnerabilityFlag.SOCIAL_WORKER, VulnerabilityFlag.YOUTH_JUSTICE);
        assertThat(told(scenario.until("2026-09-07", "09:29"))).isEmpty();
        assertThat(told(scenario.until("2026-09-09", "18:00"))).containsExactly(Recipient.SOCIAL_WORKER);
        AbsenceScenario kts = dayOne("kts").flagged(VulnerabilityFlag.SOCIAL_WORKER, VulnerabilityFlag.YOUTH_JUSTICE);
        assertThat(told(kts.until("2026-09-07", "18:00")))
                .containsExactlyInAnyOrder(Recipient.SOCIAL_WORKER, Recipient.YOUTH_OFFENDING);
        assertThat(told(dayOne("kts").until("2026-09-07", "18:00"))).isEmpty();
    }

    // Returns

    @ParameterizedTest
    @CsvSource({"G", "O", "U", "N"})
    void tenDaysWithoutLeaveAreToldToTheAuthority(String code) {
        // reg 13(1), HCAT-60, KTS-11, CS-20
        for (String profile : List.of("hcat", "kts", "clore-shalom", "ipat", "national-baseline")) {
            AbsenceScenario scenario = scenario(profile, MONDAY);
            List<LocalDate> days = scenario.schoolDays(MONDAY, 10);
            days.subList(0, 9)
                    .forEach(day -> scenario.until(day.toString(), "14:00").mark(day, code));
            assertThat(scenario.tasks("la-unauthorised")).isEmpty();
            scenario.until(days.getLast().toString(), "14:00").mark(days.getLast(), code);
            assertThat(scenario.task("la-unauthorised").isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"hcat, 1", "clore-shalom, 1", "kts, 0", "ipat, 0"})
    void someCountThemWhenTheyAreNotInARow(String profile, int tasks) {
        // HCAT-60, CS-20 "consecutive or not"; KTS-11 continuous
        AbsenceScenario scenario = scenario(profile, MONDAY);
        List<LocalDate> days = scenario.schoolDays(MONDAY, 20);
        for (int i = 0; i < 20; i++) {
            scenario.until(days.get(i).toString(), "14:00").mark(days.get(i), i % 2 == 0 ? "O" : "/");
        }
        assertThat(scenario.tasks("la-unauthorised")).hasSize(tasks);
    }

    @Test
    void aSessionThatNobodyMarkedSaysNothing() {
        // Only the mornings were taken.
        AbsenceScenario away = scenario("kts", MONDAY);
        AbsenceScenario ill = scenario("kts", MONDAY);
        List<LocalDate> days = away.schoolDays(MONDAY, 10);
        for (LocalDate day : days) {
            assertThat(away.tasks("la-unauthorised")).isEmpty();
            away.until(day.toString(), "09:20").mark(day.toString(), AM, "O");
        }
        for (LocalDate day : days.subList(0, 6)) {
            assertThat(ill.tasks("medical-evidence")).isEmpty();
            ill.until(day.toString(), "09:20").mark(day.toString(), AM, "I");
        }
        assertThat(away.task("la-unauthorised").isOpen()).isTrue();
        assertThat(ill.task("medical-evidence").isOpen()).isTrue();
        // The last afternoon shows that it was no whole day.
        String last = days.getLast().toString();
        assertThat(away.until(last, "13:05")
                        .mark(last, PM, "\\")
                        .task("la-unauthorised")
                        .status())
                .isEqualTo(Status.CANCELLED);
    }

    @Test
    void aReturnWhoseBasisIsAmendedAwayIsCancelled() {
        AbsenceScenario scenario = scenario("kts", MONDAY);
        scenario.schoolDays(MONDAY, 10)
                .forEach(day -> scenario.until(day.toString(), "14:00").mark(day, "O"));
        scenario.mark("2026-09-09", AM, "I");
        assertThat(scenario.task("la-unauthorised").status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void fifteenDaysOfIllnessInAYearMakeAReturnOnce() {
        // reg 13(2), KTS-12, CS-30
        for (String profile : List.of("kts", "clore-shalom", "hcat")) {
            AbsenceScenario scenario = scenario(profile, MONDAY);
            List<LocalDate> days = scenario.schoolDays(MONDAY, 40);
            for (int i = 0; i < 40; i++) {
                scenario.until(days.get(i).toString(), "14:00").mark(days.get(i), i % 2 == 0 ? "I" : "/");
                assertThat(scenario.tasks("la-sickness")).hasSize(i < 28 ? 0 : 1);
            }
            assertThat(scenario.due("la-sickness").modality()).isEqualTo(Modality.MUST);
        }
    }

    @Test
    void aForecastOfFifteenDaysIsEnough() {
        AbsenceScenario scenario = scenario("kts", MONDAY);
        scenario.record(new SicknessForecast(URN, PUPIL, scenario.newId(), MONDAY, 14, sealed()));
        assertThat(scenario.tasks("la-sickness")).isEmpty();
        scenario.record(new SicknessForecast(URN, PUPIL, scenario.newId(), MONDAY, 15, sealed()));
        assertThat(scenario.task("la-sickness").kind()).isEqualTo(TaskKind.RETURN);
        assertThat(scenario.until("2026-09-30", "12:00").tasks("la-sickness")).hasSize(1);
        // Believed when the day was over: there is time until the end of the next.
        AbsenceScenario evening = scenario("kts", MONDAY).until("2026-09-07", "16:00");
        evening.record(new SicknessForecast(URN, PUPIL, evening.newId(), MONDAY, 20, sealed()));
        assertThat(evening.due("la-sickness").dueAt()).isEqualTo(london("2026-09-08T15:00"));
        // IPAT-27 "around 15": a prompt
        AbsenceScenario ipat = scenario("ipat", MONDAY);
        ipat.record(new SicknessForecast(URN, PUPIL, ipat.newId(), MONDAY, 20, sealed()));
        assertThat(ipat.due("la-sickness").modality()).isEqualTo(Modality.MUST_CONSIDER);
    }

    @ParameterizedTest
    @CsvSource({"4, 0, 0, 0", "5, 0, 1, 0", "6, 1, 1, 0"})
    void gv6EvidenceMayBeAskedForFromADayOn(int days, int kts, int cloreShalom, int others) {
        // KTS-37, CS-16
        assertThat(ill("kts", days).tasks("medical-evidence")).hasSize(kts);
        assertThat(ill("clore-shalom", days).tasks("medical-evidence")).hasSize(cloreShalom);
        assertThat(ill("hcat", days).tasks("medical-evidence")).hasSize(others);
        assertThat(ill("ipat", days).tasks("medical-evidence")).hasSize(others);
    }

    @Test
    void aShortIllnessBesideUnauthorisedAbsenceMayBeAskedAboutToo() {
        // CS-16
        AbsenceScenario scenario = ill("clore-shalom", 2).until("2026-09-09", "14:00");
        scenario.mark(LocalDate.parse("2026-09-09"), "O");
        assertThat(scenario.due("medical-evidence").modality()).isEqualTo(Modality.MAY);
        assertThat(scenario.until("2026-09-18", "14:00").tasks("medical-evidence"))
                .hasSize(1);
    }

    private static AbsenceScenario ill(String profile, int days) {
        AbsenceScenario scenario = scenario(profile, MONDAY);
        scenario.schoolDays(MONDAY, days)
                .forEach(day -> scenario.until(day.toString(), "14:00").mark(day, "I"));
        return scenario;
    }

    private static AbsenceScenario scenario(String profile, LocalDate day) {
        return new AbsenceScenario(POLICIES.get(profile), day);
    }

    private static AbsenceScenario officer(String profile) {
        ObjectNode overlay = SchoolOverlays.least(profile);
        overlay.withObject("register").set("responsible_officer", SchoolOverlays.json("""
                        {"id": "h-1", "name": "M. Invented", "position": "Head teacher"}"""));
        return new AbsenceScenario(SchoolOverlays.activated(profile, overlay), MONDAY);
    }

    /** An absence of which the first register is known at five past nine on Monday. */
    private static AbsenceScenario dayOne(String profile) {
        return scenario(profile, MONDAY).until("2026-09-07", "09:05").mark("2026-09-07", AM, "N");
    }

    private static ContactAttempted attempt(AbsenceScenario scenario, Outcome outcome) {
        return new ContactAttempted(
                URN, PUPIL, scenario.newId(), scenario.now(), Channel.PHONE, null, outcome, null, null, sealed());
    }

    private static HomeVisitRecorded visit(AbsenceScenario scenario, VisitOutcome outcome) {
        return new HomeVisitRecorded(
                URN, PUPIL, scenario.newId(), scenario.now(), sealed(), 2, false, outcome, null, sealed());
    }

    private static RiskAssessed assessment(AbsenceScenario scenario, boolean concernRemains) {
        return new RiskAssessed(URN, PUPIL, scenario.newId(), scenario.now(), sealed(), concernRemains, sealed());
    }

    private static SafeguardingEscalated escalation(AbsenceScenario scenario, Destination to) {
        return new SafeguardingEscalated(URN, PUPIL, scenario.newId(), scenario.now(), to, sealed(), sealed());
    }

    private static AbsenceReported report(AbsenceScenario scenario, LocalDate from, @Nullable LocalDate back) {
        return new AbsenceReported(
                URN,
                PUPIL,
                scenario.newId(),
                sealed(),
                Channel.PHONE,
                scenario.now(),
                sealed(),
                from,
                back,
                false,
                sealed());
    }

    private static Ending lastEnding(AbsenceScenario scenario) {
        return scenario.events.stream()
                .filter(UnexplainedAbsenceEnded.class::isInstance)
                .map(event -> ((UnexplainedAbsenceEnded) event).ending())
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static Lapse lastLapse(AbsenceScenario scenario) {
        return scenario.events.stream()
                .filter(FollowUpCancelled.class::isInstance)
                .map(event -> ((FollowUpCancelled) event).because())
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static List<Recipient> told(AbsenceScenario scenario) {
        return scenario.events.stream()
                .filter(NotificationRaised.class::isInstance)
                .map(event -> ((NotificationRaised) event).to())
                .toList();
    }

    private static String code(AbsenceScenario scenario) {
        return code(scenario, MONDAY.toString());
    }

    private static String code(AbsenceScenario scenario, String date) {
        return scenario.code(date, AM);
    }

    private static Instant london(String local) {
        String[] parts = local.split("T");
        return London.at(LocalDate.parse(parts[0]), LocalTime.parse(parts[1]));
    }
}
