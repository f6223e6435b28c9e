package uk.muster.command.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.command.register.RegisterScene.detailed;
import static uk.muster.command.register.RegisterScene.late;
import static uk.muster.command.register.RegisterScene.mark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.command.ledger.Messages;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.event.PupilEvent.PupilMovedGroup;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.RegisterEvent.MarksAdded;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.SessionHalf;

/** {@code PUT /schools/{urn}/registers/{date}/{session}/{group}}: reg 10(1) to (3), and the contract's row. */
class TakingRegisterTest {

    private final RegisterScene hcat = RegisterScene.of("hcat");

    @Test
    void aClassIsOneEventWithEveryMarkInIt() {
        Outcome outcome = hcat.take(mark("p1", "/"), late("p2", "L", 12)).isAnswered(201);
        RegisterTaken taken = outcome.onlyEvent(RegisterTaken.class);
        assertThat(taken.register()).isEqualTo(hcat.register());
        assertThat(taken.takenAt()).isEqualTo(hcat.scene.now());
        assertThat(hcat.scene.person(taken.takenBy())).isEqualTo(Scene.OKAFOR);
        assertThat(hcat.says(taken.marks())).containsExactly("p1 /", "p2 L 12");
        assertThat(outcome.body("registerId")).isEqualTo("900001/2026-09-07/AM/3A");
        assertThat(outcome.body("kept")).isEqualTo(List.of());
    }

    @Test
    void theEventSaysWhenTheRegisterWasTakenAndUnderWhichPolicy() {
        Instant taken = Instant.parse("2026-09-07T07:58:00Z");
        MetaData metadata =
                hcat.takeAt(taken, mark("p1", "/")).isAnswered(201).metadata().getFirst();
        assertThat(metadata.get(Messages.OCCURRED_AT)).isEqualTo(taken);
        assertThat((String) metadata.get(Messages.POLICY)).matches("hcat@.+#[0-9a-f]{16}");
    }

    @Test
    void theSameBodyAgainRecordsNothing() {
        hcat.taken(mark("p1", "/"), late("p2", "L", 12))
                .take(mark("p1", "/"), late("p2", "L", 12))
                .recordsNothing(200);
    }

    @Test
    void partOfTheSameBodyAgainRecordsNothing() {
        hcat.taken(mark("p1", "/"), mark("p2", "/")).take(mark("p2", "/")).recordsNothing(200);
    }

    @Test
    void pupilsMissingBeforeAreAddedLater() {
        Outcome outcome = hcat.taken(mark("p1", "/"))
                .take(mark("p1", "/"), detailed("p2", "K", "Tuition"))
                .isAnswered(201);
        assertThat(hcat.says(outcome.onlyEvent(MarksAdded.class).marks())).containsExactly("p2 K «Tuition»");
    }

    @Test
    void anotherCodeForAMarkIsAConflictAndNothingOfTheBodyIsRecorded() {
        hcat.taken(mark("p1", "/"))
                .take(mark("p2", "/"), mark("p1", "I"))
                .isRefused("mark-already-recorded", 409, "/marks/1/code");
    }

    @Test
    void otherMinutesForAMarkAreAConflict() {
        hcat.taken(late("p1", "L", 12))
                .take(late("p1", "L", 13))
                .isRefused("mark-already-recorded", 409, "/marks/0/minutesLate");
    }

    @Test
    void minutesLeftOutInARepeatAreAConflict() {
        RegisterScene.of("kts")
                .taken(late("p1", "L", 12))
                .take(mark("p1", "L"))
                .isRefused("mark-already-recorded", 409, "/marks/0/minutesLate");
    }

    @Test
    void theSameDetailInARepeatIsNothingNew() {
        hcat.taken(detailed("p1", "K", "Tuition"))
                .take(detailed("p1", "K", "Tuition"))
                .recordsNothing(200);
    }

    @Test
    void anotherDetailInARepeatIsAConflict() {
        hcat.taken(detailed("p1", "K", "Tuition"))
                .take(detailed("p1", "K", "Hospital school"))
                .isRefused("mark-already-recorded", 409, "/marks/0/detail");
    }

    @Test
    void afterAnAmendmentARepeatIsComparedWithTheOriginalEntry() {
        hcat.taken(mark("p1", "N")).amended("p1", "N", "I");
        hcat.take(mark("p1", "N")).recordsNothing(200);
        hcat.take(mark("p1", "I")).isRefused("mark-already-recorded", 409, "/marks/0/code");
    }

    @Test
    void whoSignedInBeforeTheRegisterWasTakenKeepsThatMark() {
        Outcome outcome = hcat.signedIn("p1", "L", 12)
                .take(mark("p1", "N"), mark("p2", "/"))
                .isAnswered(201);
        assertThat(hcat.says(outcome.onlyEvent(RegisterTaken.class).marks())).containsExactly("p2 /");
        assertThat(outcome.body("kept")).isEqualTo(List.of(Map.of("pupilId", "p1", "code", "L")));
    }

    @Test
    void aRegisterOfPupilsWhoAllSignedInIsTakenAllTheSame() {
        Outcome outcome = hcat.signedIn("p1", "L", 12).take(mark("p1", "N")).isAnswered(200);
        assertThat(outcome.onlyEvent(RegisterTaken.class).marks()).isEmpty();
    }

    @Test
    void aKeptMarkThatWasAmendedIsListedAsItStands() {
        Outcome outcome = hcat.signedIn("p1", "L", 12)
                .amended("p1", "L", "U")
                .take(mark("p1", "N"))
                .isAnswered(200);
        assertThat(outcome.body("kept")).isEqualTo(List.of(Map.of("pupilId", "p1", "code", "U")));
    }

    @Test
    void aPupilNamedTwiceIsRefusedEvenWithTheSameCode() {
        hcat.take(mark("p1", "/"), mark("p1", "/")).breaksRules("/marks/1/pupilId");
    }

    @Test
    void aPupilNobodyKnowsIsRefused() {
        hcat.take(mark("p9", "/")).breaksRules("/marks/0/pupilId");
    }

    @Test
    void aPupilOfAnotherGroupIsRefused() {
        hcat.take(mark("p3", "/")).breaksRules("/marks/0/pupilId");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        hcat.at("2026-09-07T08:00:00Z")
                .session("2026-09-08", SessionHalf.PM)
                .takeAt(
                        Instant.parse("2026-09-08T12:00:00Z"),
                        mark("p1", "/"),
                        mark("p3", "\\"),
                        mark("p2", "L"),
                        mark("p2", "\\"))
                .breaksRules(
                        "",
                        "/takenAt",
                        "/marks/0/code",
                        "/marks/1/pupilId",
                        "/marks/2/minutesLate",
                        "/marks/3/pupilId");
    }

    @Test
    void onTheDayOfAMoveTheNewGroupTakesTheRegister() {
        moves("p1", "3B", "2026-09-07");
        hcat.take(mark("p1", "/")).breaksRules("/marks/0/pupilId");
        hcat.group("3B").take(mark("p1", "/")).isAnswered(201);
    }

    @Test
    void onTheDayBeforeAMoveTheOldGroupTakesTheRegister() {
        moves("p1", "3B", "2026-09-08");
        hcat.take(mark("p1", "/")).isAnswered(201);
        hcat.group("3B").take(mark("p1", "/")).breaksRules("/marks/0/pupilId");
    }

    @Test
    void oneChildPostedInTwoGroupsIsRefusedInTheWrongOne() {
        hcat.group("3B").take(mark("p3", "/"), mark("p1", "/")).breaksRules("/marks/1/pupilId");
    }

    @Test
    void aBodyRecordedBeforeABackdatedMoveIsStillNothingNew() {
        hcat.taken(mark("p1", "/"));
        moves("p1", "3B", "2026-09-07");
        hcat.take(mark("p1", "/")).recordsNothing(200);
    }

    @Test
    void aBodyRecordedBeforeTheCalendarChangedIsStillNothingNew() {
        hcat.taken(mark("p1", "/"));
        closes("2026-09-07");
        hcat.take(mark("p1", "/")).recordsNothing(200);
        hcat.take(mark("p1", "/"), mark("p2", "/")).breaksRules("");
    }

    @Test
    void theLastDayOnRollIsARegisterDayAndTheNextIsNot() {
        hcat.scene.onRoll("p1", removal("2026-09-07"));
        hcat.at("2026-09-08T08:00:00Z").take(mark("p1", "/")).isAnswered(201);
        hcat.session("2026-09-08", SessionHalf.AM).take(mark("p1", "/")).breaksRules("/marks/0/pupilId");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-02, INSET",
        "2026-09-05, Saturday",
        "2026-10-20, half term",
        "2027-09-06, a year without calendar"
    })
    void noRegisterWhereTheCalendarHasNoSession(String date, String why) {
        hcat.at("2027-09-30T08:00:00Z")
                .session(date, SessionHalf.AM)
                .take(mark("p1", "/"))
                .breaksRules("");
    }

    @Test
    void aHalfDayClosureLeavesTheOtherSession() {
        hcat.scene.with(Scene.calendar(new Closure(LocalDate.parse("2026-09-07"), ClosureKind.INSET, SessionHalf.PM)));
        hcat.at("2026-09-07T14:00:00Z").take(mark("p1", "/")).isAnswered(201);
        hcat.session("2026-09-07", SessionHalf.PM).take(mark("p1", "\\")).breaksRules("");
    }

    @Test
    void noRegisterOfTomorrow() {
        hcat.session("2026-09-08", SessionHalf.AM).take(mark("p1", "/")).breaksRules("");
    }

    @Test
    void aRegisterOfTheAfternoonMayBeTakenFromTheMorningOnByTheDateAlone() {
        hcat.session("2026-09-07", SessionHalf.PM).take(mark("p1", "\\")).isAnswered(201);
    }

    @Test
    void aRegisterMayBeTakenMonthsLate() {
        hcat.at("2027-03-01T08:00:00Z").take(mark("p1", "/")).isAnswered(201);
    }

    @Test
    void aTakingThatLiesInTheFutureIsRefused() {
        hcat.takeAt(hcat.scene.now().plusNanos(1_000), mark("p1", "/")).breaksRules("/takenAt");
    }

    @Test
    void theDayBeginsAtMidnightOfLondonInSummerTime() {
        hcat.session("2026-09-07", SessionHalf.AM);
        hcat.at("2026-09-06T22:59:59Z").take(mark("p1", "/")).breaksRules("");
        hcat.at("2026-09-06T23:00:00Z").take(mark("p1", "/")).isAnswered(201);
    }

    @Test
    void theDayBeginsAtMidnightOfLondonOnceTheClocksWentBack() {
        // Clocks go back on Sunday 25 October 2026.
        hcat.session("2026-10-26", SessionHalf.AM);
        hcat.at("2026-10-25T23:59:59Z").take(mark("p1", "/")).breaksRules("");
        hcat.at("2026-10-26T00:00:00Z").take(mark("p1", "/")).isAnswered(201);
    }

    @Test
    void theDayBeginsAtMidnightOfLondonOnceTheClocksWentForward() {
        // Clocks go forward on Sunday 29 March 2026.
        RegisterScene spring = RegisterScene.of("hcat");
        spring.scene.with(SpringTerm.CALENDAR).onRoll("p4", SpringTerm.admission(spring.scene, "p4", "3A"));
        spring.session("2026-03-30", SessionHalf.AM);
        spring.at("2026-03-29T22:59:59Z").take(mark("p4", "/")).breaksRules("");
        spring.at("2026-03-29T23:00:00Z").take(mark("p4", "/")).isAnswered(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"K", "B", "Y7", "C2"})
    void codesOfTheLawThatNeedADetailAreRefusedWithoutOne(String code) {
        hcat.take(mark("p1", code)).breaksRules("/marks/0/detail");
        hcat.take(detailed("p1", code, "Named here")).isAnswered(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"V", "P", "W", "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6"})
    void ktsWantsTheNatureOfEveryApprovedActivityAndUnavoidableCause(String code) {
        // KTS-30
        RegisterScene.of("kts").take(mark("p1", code)).breaksRules("/marks/0/detail");
        hcat.take(mark("p1", code)).isAnswered(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L", "U"})
    void hcatWantsTheMinutesLate(String code) {
        // HCAT-34
        hcat.take(mark("p1", code)).breaksRules("/marks/0/minutesLate");
        RegisterScene.of("kts").take(mark("p1", code)).isAnswered(201);
        RegisterScene.of("ipat").take(mark("p1", code)).isAnswered(201);
    }

    @Test
    void minutesLateGoWithLAndUOnly() {
        hcat.take(late("p1", "/", 5)).breaksRules("/marks/0/minutesLate");
    }

    @Test
    void cloreShalomHasNoLatePeriod() {
        // CS-X01
        RegisterScene cloreShalom = RegisterScene.of("clore-shalom");
        cloreShalom.take(mark("p1", "L")).breaksRules("/marks/0/code");
        cloreShalom.take(mark("p1", "U")).isAnswered(201);
    }

    @ParameterizedTest
    @CsvSource({"AM, \\", "PM, /"})
    void presentIsOneCodeInTheMorningAndAnotherInTheAfternoon(SessionHalf half, String code) {
        hcat.session("2026-09-07", half).take(mark("p1", code)).breaksRules("/marks/0/code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z", "#"})
    void notOnRollAndClosedAreNeverRecordedForAPupilOnRoll(String code) {
        hcat.take(mark("p1", code)).breaksRules("/marks/0/code");
    }

    @ParameterizedTest
    @CsvSource({"J, J1", "H, C or G", "F, C or G", "Y, Y1"})
    void aRetiredCodeIsRefusedWithItsSuccessor(String code, String successor) {
        Outcome outcome = hcat.take(mark("p1", code)).breaksRules("/marks/0/code");
        assertThat(outcome.messages()).singleElement().asString().contains(successor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QQ", "l", "-", "n"})
    void whatIsNoCodeIsRefused(String code) {
        hcat.take(mark("p1", code)).breaksRules("/marks/0/code");
    }

    @Test
    void notRequiredToAttendIsForPupilsOutsideCompulsorySchoolAge() {
        hcat.scene.pupil("four", "3A", LocalDate.parse("2022-05-01"), Enrolment.SINGLE);
        hcat.take(mark("four", "X")).isAnswered(201);
        hcat.take(mark("p1", "X")).breaksRules("/marks/0/code");
    }

    @Test
    void aPartTimeTimetableIsForPupilsOfCompulsorySchoolAge() {
        // reg 11(6)
        hcat.scene.pupil("four", "3A", LocalDate.parse("2022-05-01"), Enrolment.SINGLE);
        hcat.take(detailed("four", "C2", "Mornings only")).breaksRules("/marks/0/code");
        hcat.take(detailed("p1", "C2", "Mornings only")).isAnswered(201);
    }

    @Test
    void compulsorySchoolAgeGoesByTheSession() {
        // Five on 31 August 2026: of age from that day, so on 7 September.
        hcat.scene.pupil("five", "3A", LocalDate.parse("2021-08-31"), Enrolment.SINGLE);
        hcat.scene.pupil("nearly", "3A", LocalDate.parse("2021-09-01"), Enrolment.SINGLE);
        hcat.take(mark("five", "X")).breaksRules("/marks/0/code");
        hcat.take(mark("nearly", "X")).isAnswered(201);
    }

    @ParameterizedTest
    @CsvSource({"SINGLE, 422", "MAIN, 201", "SUBSIDIARY, 201"})
    void theOtherSchoolOfADualRegistrationNeedsOne(Enrolment enrolment, int status) {
        hcat.scene.pupil("dual", "3A", LocalDate.parse("2017-11-05"), enrolment);
        Outcome outcome = hcat.take(mark("dual", "D"));
        if (status == 201) {
            outcome.isAnswered(201);
        } else {
            outcome.breaksRules("/marks/0/code");
        }
    }

    @Test
    void aSchoolNobodyKnowsHasNoRegisters() {
        new RegisterScene(new Scene()).take(mark("p1", "/")).isRefused("unknown", 404);
    }

    @Test
    void aDetailThatWasErasedIsNoLongerTheSame() {
        hcat.taken(detailed("p1", "K", "Tuition"));
        hcat.scene.erase(hcat.scene.number("p1"));
        hcat.take(detailed("p1", "K", "Tuition")).isRefused("mark-already-recorded", 409, "/marks/0/detail");
    }

    private void moves(String pupil, String group, String from) {
        hcat.scene.onRoll(
                pupil,
                new PupilMovedGroup(Scene.SCHOOL, hcat.scene.number(pupil), new GroupId(group), LocalDate.parse(from)));
    }

    private void closes(String date) {
        hcat.scene.with(Scene.calendar(new Closure(LocalDate.parse(date), ClosureKind.PLANNED, null)));
    }

    private PupilRemovedFromRoll removal(String lastDay) {
        return new PupilRemovedFromRoll(
                Scene.SCHOOL,
                hcat.scene.number("p1"),
                LocalDate.parse(lastDay),
                "a",
                hcat.scene.vault().seal(hcat.scene.number("p1"), "{}"),
                hcat.scene.vault().sealJson(hcat.scene.number("p1"), Scene.HEAD));
    }
}
