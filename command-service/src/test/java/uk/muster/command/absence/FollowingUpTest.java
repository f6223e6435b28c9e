package uk.muster.command.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.AbsenceCommand.AssessRisk;
import uk.muster.command.absence.AbsenceCommand.AttemptContact;
import uk.muster.command.absence.AbsenceCommand.Escalate;
import uk.muster.command.absence.AbsenceCommand.ForecastSickness;
import uk.muster.command.absence.AbsenceCommand.RecordVisit;
import uk.muster.command.absence.AbsenceCommand.ReportAbsence;
import uk.muster.command.ledger.Messages;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.AbsenceEvent.Factor;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.AbsenceEvent.Reporter;
import uk.muster.kernel.event.AbsenceEvent.RiskAssessed;
import uk.muster.kernel.event.AbsenceEvent.SafeguardingEscalated;
import uk.muster.kernel.event.AbsenceEvent.SicknessForecast;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.identity.Person;

/** What is told, tried, seen, assessed and passed on about an absent pupil, by each policy. Nine on Monday 7 September 2026. */
class FollowingUpTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");

    private final Scene hcat = scene("hcat");
    private final Scene kts = scene("kts");
    private final Scene clore = scene("clore-shalom");

    private static Scene scene(String profile) {
        return Scene.of(profile).pupil("p1", "3A");
    }

    @Test
    void aReportKeepsWhoSaidWhatAndWhen() {
        // CS-12, KTS-23: by whom, what they are to the child, how, when and why.
        Outcome outcome = report(hcat, "Her grandmother has died.", null).isAnswered(201);
        AbsenceReported reported = outcome.onlyEvent(AbsenceReported.class);
        assertThat(hcat.vault().openJson(reported.reportedBy(), Reporter.class))
                .contains(new Reporter("Sam Canarybird", "parent"));
        assertThat(hcat.open(reported.reason())).isEqualTo("Her grandmother has died.");
        assertThat(reported.from()).isEqualTo(MONDAY);
        assertThat(hcat.person(reported.author())).isEqualTo(Scene.OKAFOR);
        assertThat(reported.moreDetailWanted()).isFalse();
        assertThat(outcome.body("id")).isEqualTo(new AbsenceEntryId(hcat.number("p1"), reported.entryId()).toString());
        assertThat(outcome.metadata().getFirst().get(Messages.OCCURRED_AT)).isEqualTo(reported.receivedAt());
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aReportIsTakenDownHoweverItCame(Channel channel) {
        // KTS-35, HCAT-27: what a policy prefers is no ground to refuse the other.
        Outcome outcome = when(hcat, report(hcat, channel, "Her grandmother has died.", null));
        assertThat(outcome.isAnswered(201).onlyEvent(AbsenceReported.class).channel())
                .isEqualTo(channel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ill", "Illness.", "He is poorly!", "unwell"})
    void ofIllnessAloneThePolicyOfCloreShalomWantsMore(String reason) {
        // CS-14: "illness" is not enough; the report is recorded all the same.
        boolean alone = !reason.startsWith("He");
        Outcome outcome = report(clore, reason, "2026-09-08").isAnswered(201);
        assertThat(outcome.onlyEvent(AbsenceReported.class).moreDetailWanted()).isEqualTo(alone);
        assertThat(outcome.answer().orElseThrow().body().get("moreDetailWanted"))
                .isEqualTo(alone ? true : null);
        assertThat(report(hcat, reason, null).onlyEvent(AbsenceReported.class).moreDetailWanted())
                .isFalse();
    }

    @Test
    void withoutAnExpectedReturnThePolicyOfKtsWantsMore() {
        // KTS-23
        assertThat(report(kts, "A high temperature since Sunday.", null)
                        .isAnswered(201)
                        .onlyEvent(AbsenceReported.class)
                        .moreDetailWanted())
                .isTrue();
        assertThat(report(kts, "A high temperature since Sunday.", "2026-09-09")
                        .onlyEvent(AbsenceReported.class)
                        .moreDetailWanted())
                .isFalse();
    }

    @Test
    void aReportOfTheFutureOrBackwardsIsRefusedWithBothFaults() {
        when(
                        hcat,
                        new ReportAbsence(
                                stream(hcat),
                                new Reporter("Sam Canarybird", "parent"),
                                Channel.PHONE,
                                Instant.parse("2026-09-07T09:00:00Z"),
                                "Ill.",
                                MONDAY,
                                Optional.of(MONDAY.minusDays(1)),
                                false,
                                Scene.OKAFOR))
                .isRefused("invalid", 422, "/expectedReturn", "/receivedAt");
    }

    @ParameterizedTest
    @EnumSource(AbsenceOutcome.class)
    void onlySpeakingIsContact(AbsenceOutcome outcome) {
        // G-08
        Outcome answered = attempt(hcat, outcome.outcome, null).isAnswered(201);
        assertThat(answered.body("contactEstablished")).isEqualTo(outcome == AbsenceOutcome.SPOKE);
        ContactAttempted attempted = answered.onlyEvent(ContactAttempted.class);
        assertThat(attempted.contactId()).isEqualTo("c1");
        assertThat(hcat.open(attempted.note())).isEqualTo("Rang the mobile.");
    }

    /** Every outcome of an attempt, named here so that a new one has to be thought of. */
    enum AbsenceOutcome {
        NO_ANSWER,
        VOICEMAIL,
        SENT,
        WRONG_NUMBER,
        REFUSED,
        SPOKE;

        private final uk.muster.kernel.event.AbsenceEvent.Outcome outcome =
                uk.muster.kernel.event.AbsenceEvent.Outcome.valueOf(name());
    }

    @Test
    void anAttemptInTheFutureIsRefused() {
        when(
                        hcat,
                        new AttemptContact(
                                stream(hcat),
                                Instant.parse("2026-09-07T10:00:00Z"),
                                Channel.PHONE,
                                Optional.empty(),
                                uk.muster.kernel.event.AbsenceEvent.Outcome.SPOKE,
                                Optional.empty(),
                                Optional.empty(),
                                Scene.OKAFOR))
                .isRefused("invalid", 422, "/at");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, false"})
    void aVisitByFewerThanThePolicyWantsIsRecordedWithAFlag(int visitors, boolean fewer) {
        // HCAT-20: pastoral staff together with a senior leader
        List<Person> who = new ArrayList<>();
        for (int i = 0; i < visitors; i++) {
            who.add(new Person("s-" + i, "V. Invented", "Pastoral lead"));
        }
        Outcome outcome = when(
                        hcat,
                        new RecordVisit(
                                stream(hcat), before(), who, VisitOutcome.NO_ANSWER, Optional.empty(), Scene.OKAFOR))
                .isAnswered(201);
        HomeVisitRecorded visited = outcome.onlyEvent(HomeVisitRecorded.class);
        assertThat(visited.fewerThanWanted()).isEqualTo(fewer);
        assertThat(visited.visitorCount()).isEqualTo(visitors);
        assertThat(outcome.answer().orElseThrow().body().containsKey("fewerVisitorsThanWanted"))
                .isEqualTo(fewer);
    }

    @Test
    void anAssessmentAnswersEveryQuestionOfThePolicyOnceAndNoOther() {
        // KTS-53
        List<String> questions = kts.schools()
                .find(Scene.SCHOOL)
                .orElseThrow()
                .policy()
                .followUp()
                .riskFactors();
        assertThat(questions).hasSize(4);
        List<Factor> all = questions.stream()
                .map(question -> new Factor(question, "no", null))
                .toList();
        assertThat(assess(kts, all)
                        .isAnswered(201)
                        .onlyEvent(RiskAssessed.class)
                        .concernRemains())
                .isTrue();
        assess(kts, all.subList(0, 3)).isRefused("invalid", 422, "/factors");
        List<Factor> strange = new ArrayList<>(all);
        strange.add(new Factor("shoe-size", "37", null));
        strange.add(all.getFirst());
        assess(kts, strange).isRefused("invalid", 422, "/factors/4/id", "/factors/5/id");
        when(kts, new AssessRisk(stream(kts), kts.now().plusSeconds(1), all.subList(0, 3), true, Scene.OKAFOR))
                .isRefused("invalid", 422, "/at", "/factors");
        assess(hcat, List.of(new Factor("own-question", "yes", "A note."))).isAnswered(201);
    }

    @Test
    void aConcernIsPassedOnWithItsReason() {
        // HCAT-21
        SafeguardingEscalated escalated = when(
                        hcat,
                        new Escalate(stream(hcat), before(), Destination.POLICE, "Nobody has seen her.", Scene.OKAFOR))
                .isAnswered(201)
                .onlyEvent(SafeguardingEscalated.class);
        assertThat(escalated.to()).isEqualTo(Destination.POLICE);
        assertThat(hcat.open(escalated.reason())).isEqualTo("Nobody has seen her.");
    }

    @Test
    void aLongIllnessIsForecast() {
        // reg 13(2)
        SicknessForecast forecast = when(kts, new ForecastSickness(stream(kts), MONDAY.plusDays(1), 20, Scene.OKAFOR))
                .isAnswered(201)
                .onlyEvent(SicknessForecast.class);
        assertThat(forecast.expectedSchoolDays()).isEqualTo(20);
        assertThat(forecast.from()).isEqualTo(MONDAY.plusDays(1));
    }

    private static Outcome report(Scene scene, String reason, @Nullable String expectedReturn) {
        return when(scene, report(scene, Channel.VOICEMAIL, reason, expectedReturn));
    }

    private static ReportAbsence report(Scene scene, Channel channel, String reason, @Nullable String expectedReturn) {
        return new ReportAbsence(
                stream(scene),
                new Reporter("Sam Canarybird", "parent"),
                channel,
                before(),
                reason,
                MONDAY,
                Optional.ofNullable(expectedReturn).map(LocalDate::parse),
                false,
                Scene.OKAFOR);
    }

    private static Outcome attempt(
            Scene scene, uk.muster.kernel.event.AbsenceEvent.Outcome outcome, @Nullable Purpose purpose) {
        return when(
                scene,
                new AttemptContact(
                        stream(scene),
                        before(),
                        Channel.PHONE,
                        Optional.of(new ContactId("c1")),
                        outcome,
                        Optional.ofNullable(purpose),
                        Optional.of("Rang the mobile."),
                        Scene.OKAFOR));
    }

    private static Outcome assess(Scene scene, List<Factor> factors) {
        return when(scene, new AssessRisk(stream(scene), before(), factors, true, Scene.OKAFOR));
    }

    private static Outcome when(Scene scene, AbsenceCommand command) {
        return scene.when(AbsenceAggregate.class, command);
    }

    private static AbsenceStream stream(Scene scene) {
        return new AbsenceStream(Scene.SCHOOL, scene.number("p1"));
    }

    private static Instant before() {
        return Instant.parse("2026-09-07T07:30:00Z");
    }
}
