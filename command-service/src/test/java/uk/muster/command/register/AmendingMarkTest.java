package uk.muster.command.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.command.register.RegisterScene.detailed;
import static uk.muster.command.register.RegisterScene.late;
import static uk.muster.command.register.RegisterScene.mark;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.command.ledger.Messages;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.SessionHalf;

/** {@code POST .../{group}/amendments}: reg 6, the contract's row, and what the four policies add. */
class AmendingMarkTest {

    private final RegisterScene hcat = RegisterScene.of("hcat");
    private final RegisterScene ipat = RegisterScene.of("ipat");

    @Test
    void anAmendmentHoldsTheFiveItemsOfTheLaw() {
        // reg 6, KTS-29: original entry, amended entry, reason, date, and the name and position of who amends.
        Outcome outcome = hcat.taken(mark("p1", "N")).amend("p1", "I").isAnswered(201);
        MarkAmended amended = outcome.onlyEvent(MarkAmended.class);
        assertThat(amended.originalCode()).isEqualTo("N");
        assertThat(amended.amendedCode()).isEqualTo("I");
        assertThat(hcat.scene.open(amended.reason())).isEqualTo("Parent rang.");
        assertThat(amended.amendedAt()).isEqualTo(hcat.scene.now());
        assertThat(hcat.scene.person(amended.author())).isEqualTo(Scene.OKAFOR);
        assertThat(amended.afterWindow()).isFalse();
        assertThat(amended.approver()).isNull();
    }

    @Test
    void theAnswerNamesTheAmendmentAndTheRegister() {
        Outcome outcome = hcat.taken(mark("p1", "N")).amend("p1", "I").isAnswered(201);
        assertThat(outcome.body("id"))
                .isEqualTo(outcome.onlyEvent(MarkAmended.class).amendmentId().toString());
        assertThat(outcome.body("registerId")).isEqualTo("900001/2026-09-07/AM/3A");
        assertThat(outcome.answer().orElseThrow().body()).doesNotContainKey("afterWindow");
    }

    @Test
    void theEventSaysUnderWhichPolicyItWasDecided() {
        Outcome outcome = hcat.taken(mark("p1", "N")).amend("p1", "I").isAnswered(201);
        assertThat((String) outcome.metadata().getFirst().get(Messages.POLICY)).startsWith("hcat@");
    }

    @Test
    void theOriginalIsWhatStandsInTheStreamAfterEarlierAmendments() {
        hcat.taken(mark("p1", "N")).amended("p1", "N", "O");
        assertThat(hcat.amend("p1", "I").onlyEvent(MarkAmended.class).originalCode())
                .isEqualTo("O");
    }

    @Test
    void whatIsMissingIsNamedWithEveryRuleThatIsBroken() {
        hcat.taken(mark("p1", "N"));
        hcat.amendBy("{'pupilId':'p1','amendedCode':'H'}").breaksRules("/reason", "/author", "/amendedCode");
        hcat.amendBy("{'pupilId':'p1','amendedCode':'N','reason':' ','author':%1$s,'approver':%1$s}"
                        .formatted(RegisterScene.OKAFOR))
                .breaksRules("/reason", "/approver/id", "/amendedCode");
    }

    @Test
    void ofWhatCannotBeReadNothingMoreIsSaid() {
        hcat.taken(mark("p1", "N"));
        hcat.amendBy("{'pupilId':'p1','amendedCode':'L','minutesLate':999,'author':%s}".formatted(RegisterScene.OKAFOR))
                .breaksRules("/minutesLate", "/reason");
        hcat.amendBy("{'pupilId':'p1','amendedCode':'N','minutesLate':999,'author':%s}".formatted(RegisterScene.OKAFOR))
                .breaksRules("/minutesLate", "/reason");
        hcat.amendBy("{'pupilId':'p9','amendedCode':'H','author':%s}".formatted(RegisterScene.OKAFOR))
                .breaksRules("/reason");
    }

    @Test
    void aPupilWithoutAMarkHasNothingToAmend() {
        hcat.taken(mark("p1", "N")).amend("p2", "I").isRefused("unknown", 404);
    }

    @Test
    void aPupilNobodyKnowsHasNothingToAmend() {
        hcat.taken(mark("p1", "N")).amend("p9", "I").isRefused("unknown", 404);
    }

    @Test
    void aRegisterNobodyTookHasNothingToAmend() {
        hcat.amend("p1", "I").isRefused("unknown", 404);
    }

    @Test
    void aSchoolNobodyKnowsHasNothingToAmend() {
        Outcome outcome = new RegisterScene(new Scene()).amend("p1", "I").isRefused("unknown", 404);
        assertThat(outcome.problem().orElseThrow().detail()).isEqualTo("There is no such school.");
    }

    @Test
    void aMarkMadeOnRollIsAmendedAfterThePupilLeft() {
        hcat.taken(mark("p1", "N"));
        hcat.scene.onRoll(
                "p1",
                new PupilRemovedFromRoll(
                        Scene.SCHOOL,
                        hcat.scene.number("p1"),
                        LocalDate.parse("2026-09-04"),
                        "a",
                        hcat.scene.vault().seal(hcat.scene.number("p1"), "{}"),
                        hcat.scene.vault().sealJson(hcat.scene.number("p1"), Scene.HEAD)));
        hcat.amend("p1", "I").isAnswered(201);
    }

    @Test
    void theExpectedCodeIsTheOneThatStandsNow() {
        hcat.taken(mark("p1", "N")).amended("p1", "N", "O");
        hcat.send(hcat.amendment("p1", "I").expecting("N")).isRefused("not-the-expected-code", 409, "/expectedCode");
        hcat.send(hcat.amendment("p1", "I").expecting("O")).isAnswered(201);
    }

    @Test
    void anAmendmentThatChangesNothingIsRefused() {
        hcat.taken(mark("p1", "/")).amend("p1", "/").breaksRules("/amendedCode");
    }

    @Test
    void theSameCodeWithOtherMinutesIsAChange() {
        hcat.taken(late("p1", "L", 12));
        hcat.send(hcat.amendment("p1", "L").late(12)).breaksRules("/amendedCode");
        hcat.send(hcat.amendment("p1", "L").late(15)).isAnswered(201);
    }

    @Test
    void theSameCodeWithAnotherDetailIsAChange() {
        hcat.taken(detailed("p1", "K", "Tuition"));
        hcat.send(hcat.amendment("p1", "K").detailed("Tuition")).breaksRules("/amendedCode");
        hcat.send(hcat.amendment("p1", "K").detailed("Hospital school")).isAnswered(201);
    }

    @Test
    void backToTheOriginalIsAChangeToo() {
        hcat.taken(mark("p1", "N")).amended("p1", "N", "I").amend("p1", "N").isAnswered(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"K", "B", "Y7", "C2"})
    void codesThatNeedADetailNeedItInAmendmentsToo(String code) {
        hcat.taken(mark("p1", "N")).amend("p1", code).breaksRules("/detail");
        hcat.send(hcat.amendment("p1", code).detailed("Named here")).isAnswered(201);
    }

    @Test
    void ktsWantsTheNatureInAmendmentsToo() {
        // KTS-30
        RegisterScene.of("kts").taken(mark("p1", "N")).amend("p1", "V").breaksRules("/detail");
    }

    @Test
    void hcatWantsTheMinutesLateInAmendmentsToo() {
        // HCAT-34
        hcat.taken(mark("p1", "N")).amend("p1", "L").breaksRules("/minutesLate");
        MarkAmended amended = hcat.send(hcat.amendment("p1", "L").late(12)).onlyEvent(MarkAmended.class);
        assertThat(amended.minutesLate()).isEqualTo(12);
    }

    @Test
    void cloreShalomNeverAmendsToLate() {
        // CS-X01
        RegisterScene.of("clore-shalom").taken(mark("p1", "N")).amend("p1", "L").breaksRules("/amendedCode");
    }

    @ParameterizedTest
    @CsvSource({"\\", "Z", "#", "J", "QQ", "X", "D"})
    void theRulesOfTheCodesHoldForAmendmentsToo(String code) {
        hcat.taken(mark("p1", "N")).amend("p1", code).breaksRules("/amendedCode");
    }

    @Test
    void aCodeIsJudgedByTheDateOfTheSessionNotOfTheAmendment() {
        hcat.taken(mark("p1", "N")).at("2027-07-01T08:00:00Z").amend("p1", "J1").isAnswered(201);
    }

    @Test
    void nobodyApprovesTheirOwnAmendment() {
        hcat.taken(mark("p1", "N"));
        hcat.send(hcat.amendment("p1", "I").approvedBy(Scene.OKAFOR)).breaksRules("/approver/id");
    }

    @Test
    void anApproverMayAlwaysBeNamed() {
        hcat.taken(mark("p1", "N"));
        MarkAmended amended =
                hcat.send(hcat.amendment("p1", "I").approvedBy(Scene.HEAD)).onlyEvent(MarkAmended.class);
        assertThat(hcat.scene.person(amended.approver())).isEqualTo(Scene.HEAD);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        hcat.taken(mark("p1", "N"));
        hcat.send(hcat.amendment("p1", "L").approvedBy(Scene.OKAFOR)).breaksRules("/minutesLate", "/approver/id");
    }

    @Test
    void ipatFiveSchoolDaysAfterTheSessionAnAmendmentIsFree() {
        // IPAT-14: Monday 14 September is the fifth school day after Monday 7 September.
        Outcome outcome = ipat.taken(mark("p1", "N"))
                .at("2026-09-14T22:59:00Z")
                .amend("p1", "I")
                .isAnswered(201);
        assertThat(outcome.onlyEvent(MarkAmended.class).afterWindow()).isFalse();
    }

    @Test
    void ipatSixSchoolDaysAfterTheSessionASecondPersonApproves() {
        // IPAT-X01, GV-12
        ipat.taken(mark("p1", "N"))
                .at("2026-09-14T23:00:00Z")
                .amend("p1", "I")
                .isRefused("approval-required", 422, "/approver");
        Outcome approved =
                ipat.send(ipat.amendment("p1", "I").approvedBy(Scene.HEAD)).isAnswered(201);
        assertThat(approved.body("afterWindow")).isEqualTo(true);
        assertThat(approved.onlyEvent(MarkAmended.class).afterWindow()).isTrue();
        assertThat(ipat.scene.person(approved.onlyEvent(MarkAmended.class).approver()))
                .isEqualTo(Scene.HEAD);
    }

    @Test
    void theWindowDoesNotRunThroughHolidays() {
        ipat.session("2026-10-16", SessionHalf.PM)
                .taken(mark("p1", "N"))
                .at("2026-10-30T12:00:00Z")
                .amend("p1", "I")
                .isAnswered(201);
        ipat.at("2026-11-02T08:00:00Z").amend("p1", "I").isRefused("approval-required", 422, "/approver");
    }

    @Test
    void theWindowDoesNotRunThroughClosures() {
        ipat.scene.with(Scene.calendar(new Closure(LocalDate.parse("2026-09-10"), ClosureKind.INSET, null)));
        ipat.taken(mark("p1", "N")).at("2026-09-15T08:00:00Z").amend("p1", "I").isAnswered(201);
    }

    @Test
    void aPolicyMayFlagALateAmendmentInsteadOfWantingAnApprover() {
        RegisterScene flagging = new RegisterScene(Scene.of("hcat", """
                        {"sessions": {"pm": {"start": "13:00", "register_closes": "13:15"}},
                         "contacts": [{"role": "attendance_officer", "name": "A. Khan"}],
                         "amendment": {"window_school_days": 5, "after_window": "flag"}}""").pupil("p1", "3A"));
        Outcome outcome = flagging.taken(mark("p1", "N"))
                .at("2026-09-15T08:00:00Z")
                .amend("p1", "I")
                .isAnswered(201);
        assertThat(outcome.body("afterWindow")).isEqualTo(true);
        assertThat(outcome.onlyEvent(MarkAmended.class).afterWindow()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hcat", "kts", "clore-shalom"})
    void policiesWithoutAWindowAmendAtAnyTime(String policy) {
        RegisterScene.of(policy)
                .taken(mark("p1", "N"))
                .at("2027-07-01T08:00:00Z")
                .amend("p1", "I")
                .isAnswered(201);
    }

    @Test
    void ktsTellsTheParentBeforeIllnessBecomesUnauthorised() {
        // KTS-38, GV-12
        RegisterScene.of("kts").taken(mark("p1", "I")).amend("p1", "O").isRefused("parent-not-told", 422);
    }

    @Test
    void onceTheParentIsToldKtsAmendsIllnessToUnauthorised() {
        // KTS-38
        RegisterScene kts = RegisterScene.of("kts");
        kts.scene.parentTold("p1");
        kts.taken(mark("p1", "I")).amend("p1", "O").isAnswered(201);
    }

    @Test
    void ktsJudgesTheIllnessThatStandsNow() {
        RegisterScene.of("kts")
                .taken(mark("p1", "N"))
                .amended("p1", "N", "I")
                .amend("p1", "O")
                .isRefused("parent-not-told", 422);
    }

    @ParameterizedTest
    @CsvSource({"I, G", "N, O", "M, O"})
    void ktsAmendsOtherMarksWithoutTellingFirst(String from, String to) {
        RegisterScene.of("kts").taken(mark("p1", from)).amend("p1", to).isAnswered(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hcat", "clore-shalom", "ipat"})
    void theOtherPoliciesDoNotWantTheParentToldFirst(String policy) {
        RegisterScene.of(policy).taken(mark("p1", "I")).amend("p1", "O").isAnswered(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L", "U"})
    void aClassTeacherResolvesNToLate(String code) {
        hcat.taken(mark("p1", "N"));
        hcat.send(hcat.amendment("p1", code).late(12).byAClassTeacher()).isAnswered(201);
    }

    @ParameterizedTest
    @CsvSource({"N, I", "/, L", "I, U", "L, U"})
    void aClassTeacherAmendsNothingElse(String from, String to) {
        hcat.taken(from.equals("L") ? late("p1", "L", 5) : mark("p1", from));
        hcat.send(hcat.amendment("p1", to).late(12).byAClassTeacher()).isRefused("forbidden", 403);
    }

    @Test
    void anAmenderWithOneIdAndAnotherNameIsStillTheSamePerson() {
        hcat.taken(mark("p1", "N"));
        Person sameId = new Person(Scene.OKAFOR.id(), "Another Name", "Headteacher");
        hcat.send(hcat.amendment("p1", "I").approvedBy(sameId)).breaksRules("/approver/id");
    }
}
