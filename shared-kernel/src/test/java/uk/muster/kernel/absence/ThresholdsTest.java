package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceScenario.PUPIL;
import static uk.muster.kernel.absence.AbsenceScenario.URN;
import static uk.muster.kernel.absence.AbsenceScenario.sealed;
import static uk.muster.kernel.identity.SessionHalf.AM;
import static uk.muster.kernel.identity.SessionHalf.PM;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDecided;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.event.ThresholdEvent.ThresholdMet;
import uk.muster.kernel.event.ThresholdEvent.ThresholdRetracted;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.penalty.NoticeCases;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.Modality;
import uk.muster.kernel.policy.PenaltyPolicy.Effect;
import uk.muster.kernel.policy.SchoolOverlays;

/** Thresholds of unauthorised absence as they are met, retracted and met again, and what is due because of them. */
class ThresholdsTest {

    private static final Map<String, EffectivePolicy> POLICIES = Stream.of("hcat", "kts", "clore-shalom", "ipat")
            .collect(Collectors.toMap(profile -> profile, SchoolOverlays::activated));
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");
    private static final String FRIDAY = "2026-09-11";

    private static AbsenceScenario scenario(String profile) {
        return new AbsenceScenario(POLICIES.get(profile), MONDAY);
    }

    /** Marks of school days in a row, each made in its session; a dot for a session attended. */
    private static AbsenceScenario live(AbsenceScenario scenario, String from, String codes) {
        List<LocalDate> days = scenario.schoolDays(LocalDate.parse(from), (codes.length() + 1) / 2);
        for (int i = 0; i < codes.length(); i++) {
            String date = days.get(i / 2).toString();
            SessionHalf half = i % 2 == 0 ? AM : PM;
            scenario.until(date, half == AM ? "09:05" : "13:05")
                    .mark(date, half, codes.charAt(i) == '.' ? "/" : codes.substring(i, i + 1));
        }
        return scenario;
    }

    private static List<ThresholdMet> met(AbsenceScenario scenario, String window) {
        return scenario.events.stream()
                .filter(ThresholdMet.class::isInstance)
                .map(ThresholdMet.class::cast)
                .filter(each -> each.windowId().equals(window))
                .toList();
    }

    private static List<ThresholdRetracted> retracted(AbsenceScenario scenario) {
        return scenario.events.stream()
                .filter(ThresholdRetracted.class::isInstance)
                .map(ThresholdRetracted.class::cast)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hcat", "kts", "clore-shalom", "ipat"})
    void theTenthSessionOfAHolidayHasAPenaltyConsidered(String profile) {
        // KTS-63, IPAT-46, CS-33, HCAT-X11
        AbsenceScenario scenario = live(scenario(profile), "2026-09-07", "GGGGGGGGG");
        assertThat(scenario.tasks("penalty-consider")).isEmpty();
        live(scenario, FRIDAY, ".G");
        scenario.mark(FRIDAY, AM, "G");
        assertThat(met(scenario, "national")).singleElement().satisfies(each -> {
            assertThat(each.effect()).isEqualTo(Effect.MUST_CONSIDER_PENALTY);
            assertThat(each.metOn()).isEqualTo(FRIDAY);
            assertThat(each.sessions()).hasSize(10);
        });
        FollowUpDue due = scenario.due("penalty-consider");
        assertThat(due.kind()).isEqualTo(TaskKind.DECIDE);
        assertThat(due.modality()).isEqualTo(Modality.MUST_CONSIDER);
        assertThat(due.schoolDay()).isEqualTo(10);
        assertThat(London.dateOf(due.dueAt())).isEqualTo(FRIDAY);
    }

    @Test
    void moreSessionsAfterItAreNoNewThreshold() {
        // G-05
        AbsenceScenario scenario = live(scenario("kts"), "2026-09-07", "GGGGGGGGGGGGGGGG");
        assertThat(met(scenario, "national")).hasSize(1);
        assertThat(scenario.tasks("penalty-consider")).hasSize(1);
    }

    @Test
    void onceANoticeWasIssuedTenSessionsAfterItFoundAnother() {
        // domain 4.5, case 17: what a notice was issued for founds no other one, though the window never fell below its
        // limit
        AbsenceScenario scenario = live(scenario("kts"), "2026-09-07", "GGGGGGGGGG");
        scenario.record(NoticeCases.issued(
                NoticeKind.NATIONAL, LocalDate.parse("2026-09-14"), NoticeCases.FIRST, LocalDate.parse("2026-09-14")));
        live(scenario, "2026-09-15", "GGGGGGGGG");
        assertThat(met(scenario, "national")).hasSize(1);
        live(scenario, "2026-09-22", "G");
        assertThat(met(scenario, "national")).hasSize(2).last().satisfies(each -> {
            assertThat(each.metOn()).isEqualTo("2026-09-22");
            assertThat(each.sessions())
                    .hasSize(10)
                    .allMatch(session -> session.session().date().isAfter(LocalDate.parse("2026-09-14")));
        });
        live(scenario, "2026-09-23", "GGGG");
        assertThat(met(scenario, "national")).hasSize(2);
    }

    @Test
    void aNoticeThatWasWithdrawnChangesNothing() {
        AbsenceScenario scenario = live(scenario("kts"), "2026-09-07", "GGGGGGGGGG");
        PenaltyNoticeIssued notice =
                NoticeCases.issued(NoticeKind.NATIONAL, LocalDate.parse("2026-09-14"), NoticeCases.FIRST, null);
        scenario.record(notice).record(NoticeCases.withdrawn(notice, LocalDate.parse("2026-09-14")));
        live(scenario, "2026-09-15", "GGGGGGGGGGGG");
        assertThat(met(scenario, "national")).hasSize(1);
    }

    @Test
    void onceSoManyDroppedOutThatItIsNotMetItCanBeMetAnew() {
        // G-05: five in school week 1 and five in week 10, five drop out in week 11
        AbsenceScenario scenario = live(scenario("kts"), "2026-09-07", "GGGGG.");
        live(scenario, "2026-11-16", "GGGGG.");
        assertThat(scenario.task("penalty-consider").date()).isEqualTo("2026-11-18");
        live(scenario, "2026-11-23", "GGGG");
        assertThat(met(scenario, "national")).hasSize(1);
        live(scenario, "2026-11-25", "G");
        assertThat(met(scenario, "national")).hasSize(2);
        assertThat(scenario.tasks("penalty-consider"))
                .extracting(FollowUpTask::date)
                .containsExactly(LocalDate.parse("2026-11-18"), LocalDate.parse("2026-11-25"));
    }

    @ParameterizedTest
    @CsvSource({"O, I", "N, I", "G, C", "U, L", "O, M"})
    void anAmendmentThatTakesItsBasisRetractsItAndHasWhatRestedOnItReviewed(String code, String amended) {
        // G-06, GV-4, GV-12; cases 8, 9 and 12 of the framework
        AbsenceScenario scenario = live(scenario("ipat"), "2026-09-07", "OOOOOOOOO" + code);
        assertThat(scenario.task("penalty-consider").isOpen()).isTrue();
        scenario.until("2026-09-15", "10:00").mark(FRIDAY, PM, amended);
        assertThat(retracted(scenario)).singleElement().satisfies(each -> {
            assertThat(each.threshold())
                    .isEqualTo(met(scenario, "national").getFirst().entryId());
            assertThat(each.on()).isEqualTo("2026-09-15");
            assertThat(each.gone()).containsExactly(new SessionKey(LocalDate.parse(FRIDAY), PM));
        });
        assertThat(scenario.task("penalty-consider").status()).isEqualTo(Status.CANCELLED);
        FollowUpDue review = scenario.due("penalty-review");
        assertThat(review.kind()).isEqualTo(TaskKind.REVIEW);
        assertThat(review.modality()).isEqualTo(Modality.MUST);
        assertThat(scenario.state().thresholds()).isEmpty();
    }

    @Test
    void whatWasDecidedStaysAndIsReviewed() {
        AbsenceScenario scenario = live(scenario("kts"), "2026-09-07", "OOOOOOOOOO");
        decide(scenario, "penalty-consider");
        scenario.until("2026-09-15", "10:00").mark("2026-09-07", AM, "M");
        assertThat(scenario.task("penalty-consider").status()).isEqualTo(Status.DONE);
        assertThat(scenario.task("penalty-review").isOpen()).isTrue();
    }

    @Test
    void anAmendmentOfAWindowThatIsLongOverRetractsItToo() {
        AbsenceScenario scenario = live(scenario("kts"), "2026-09-07", "OOOOOOOOOO");
        scenario.until("2027-01-20", "10:00").mark("2026-09-07", AM, "M");
        assertThat(retracted(scenario)).hasSize(1);
        assertThat(scenario.task("penalty-review").date()).isEqualTo("2027-01-20");
    }

    @Test
    void anAmendmentAndItsOppositeLeaveTheThresholdMetAndTheirHistory() {
        AbsenceScenario scenario = live(scenario("kts"), "2026-09-07", "OOOOOOOOOO");
        scenario.until("2026-09-15", "10:00").mark(FRIDAY, PM, "I").mark(FRIDAY, PM, "O");
        assertThat(met(scenario, "national"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.metOn()).isEqualTo(FRIDAY));
        assertThat(retracted(scenario)).hasSize(1);
        assertThat(scenario.tasks("penalty-consider"))
                .extracting(FollowUpTask::status)
                .containsExactly(Status.CANCELLED, Status.OPEN);
    }

    @Test
    void anAmendmentThatLeavesEnoughRetractsNothing() {
        AbsenceScenario scenario = live(scenario("kts"), "2026-09-07", "OOOOOOOOOO");
        live(scenario, "2026-09-21", "O");
        scenario.mark("2026-09-07", AM, "I");
        assertThat(retracted(scenario)).isEmpty();
        assertThat(scenario.task("penalty-consider").isOpen()).isTrue();
        assertThat(met(scenario, "national")).hasSize(1);
    }

    @Test
    void anIllnessThatIsBelievedNoMoreMeetsTheThresholdByTheDateOfItsSession() {
        // Case 11 of the framework
        AbsenceScenario scenario = live(scenario("kts"), "2026-09-07", "IOOOOOOOOO");
        assertThat(met(scenario, "national")).isEmpty();
        scenario.until("2026-09-23", "10:00").mark("2026-09-07", AM, "O");
        assertThat(met(scenario, "national"))
                .singleElement()
                .satisfies(each -> assertThat(each.metOn()).isEqualTo(FRIDAY));
        assertThat(London.dateOf(scenario.due("penalty-consider").dueAt())).isEqualTo("2026-09-23");
    }

    @Test
    void ofHistoryThatWasImportedOnlyWhatIsMetTodayIsFound() {
        // G-10
        AbsenceScenario over = scenario("kts").downUntil("2027-01-20", "10:00");
        over.schoolDays(MONDAY, 5).forEach(day -> over.mark(day, "O"));
        assertThat(met(over, "national")).isEmpty();
        AbsenceScenario lasting = scenario("kts").downUntil("2027-01-20", "10:00");
        lasting.schoolDays(LocalDate.parse("2026-11-23"), 5).forEach(day -> lasting.mark(day, "O"));
        assertThat(lasting.task("penalty-consider").isOpen()).isTrue();
        assertThat(lasting.due("penalty-consider").date()).isEqualTo("2026-11-27");
    }

    @Test
    void aLocalAlertOpensNoCase() {
        // HCAT-X11: ten over eleven school weeks
        AbsenceScenario scenario = live(scenario("hcat"), "2026-09-07", "OOOOO.");
        live(scenario, "2026-11-23", "OOOOO.");
        assertThat(met(scenario, "hcat-local"))
                .singleElement()
                .satisfies(each -> assertThat(each.effect()).isEqualTo(Effect.LOCAL_ALERT));
        assertThat(met(scenario, "national")).isEmpty();
        assertThat(scenario.tasks("penalty-consider")).isEmpty();
    }

    @Test
    void persistentLatenessIsAReasonMoreForTheOneCase() {
        // HCAT-17, HCAT-18, HCAT-70
        AbsenceScenario scenario = live(scenario("hcat"), "2026-09-07", "U.U.U.U.");
        assertThat(scenario.tasks("penalty-warning")).isEmpty();
        live(scenario, FRIDAY, "U.U.U.U.U.U.");
        assertThat(scenario.due("penalty-warning").date()).isEqualTo(FRIDAY);
        assertThat(scenario.due("penalty-warning").actions()).containsExactly("u_warning_letter");
        assertThat(scenario.due("penalty-warning").modality()).isEqualTo(Modality.MUST);
        assertThat(scenario.task("penalty-warning").kind()).isEqualTo(TaskKind.NOTIFY);
        assertThat(scenario.task("penalty-consider").actions())
                .containsExactlyInAnyOrder("national", "hcat-local", "persistent-u");
        assertThat(met(scenario, "persistent-u")).hasSize(1);
    }

    @Test
    void aWarningOfTheHalfTermIsGivenAnewInTheNext() {
        AbsenceScenario scenario = live(scenario("hcat"), "2026-10-12", "U.U.U.U.U.U.");
        live(scenario, "2026-11-02", "U.U.U.U.");
        assertThat(scenario.tasks("penalty-warning")).hasSize(1);
        live(scenario, "2026-11-06", "U.");
        assertThat(scenario.tasks("penalty-warning")).hasSize(2);
        // GV-12
        AbsenceScenario reset = live(scenario("hcat"), "2026-10-19", "U.U.U.");
        live(reset, "2026-11-02", "U.U.");
        assertThat(reset.tasks("penalty-warning")).isEmpty();
    }

    @Test
    void cloreShalomWarnsAtSixAndCountsSessionsOfEarlierSchools() {
        // CS-33, CS-34, GV-12
        AbsenceScenario scenario = scenario("clore-shalom");
        for (SessionHalf half : SessionHalf.values()) {
            scenario.markElsewhere("2026-07-13", half, "O", null);
            scenario.markElsewhere("2026-07-14", half, "O", null);
        }
        live(scenario, "2026-09-07", "OO");
        assertThat(scenario.due("penalty-warning").actions()).containsExactly("warning_email");
        live(scenario, "2026-09-08", "OOOO");
        assertThat(met(scenario, "national").getFirst().sessions())
                .extracting(CountedSession::urn)
                .containsExactly(null, null, null, null, URN, URN, URN, URN, URN, URN);
        assertThat(scenario.task("penalty-consider").isOpen()).isTrue();
    }

    @Test
    void aMarkOfAnotherSchoolThatCountsNoMoreIsNoReasonWhereThePolicyNeverLookedAtIt() {
        AbsenceScenario scenario = scenario("kts").markElsewhere("2026-09-07", AM, "O", new Urn(900_002));
        live(scenario, "2026-09-07", ".OOOOOOOOO");
        assertThat(met(scenario, "national")).isEmpty();
    }

    @Test
    void ofAChildNotOfCompulsorySchoolAgeNothingIsDue() {
        // G-11, GV-12
        AbsenceScenario scenario = live(scenario("hcat").bornOn("2022-03-01"), "2026-09-07", "UUUUUUUUUUUU");
        assertThat(scenario.events).noneMatch(ThresholdMet.class::isInstance);
        assertThat(scenario.tasks("penalty-warning")).isEmpty();
        assertThat(scenario.tasks("penalty-consider")).isEmpty();
    }

    private static void decide(AbsenceScenario scenario, String step) {
        scenario.state()
                .evolve(new FollowUpDecided(
                        URN, PUPIL, scenario.task(step).id(), TaskDecision.DONE, sealed(), sealed()));
    }
}
