package uk.muster.command.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.command.register.RegisterScene.late;
import static uk.muster.command.register.RegisterScene.mark;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.command.ledger.Messages;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.RegisterEvent.LateArrivalRecorded;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.identity.SessionHalf;

/** {@code POST .../{group}/arrivals}: reg 10(2), (3) and (7), the contract's "Arrivals", and the times of the four policies. */
class RecordingArrivalTest {

    private final RegisterScene hcat = RegisterScene.of("hcat").at("2026-09-07T14:30:00Z");

    @ParameterizedTest(name = "{0}: {1} {2} {3} {4}")
    @CsvFileSource(resources = "/golden/gv-1-arrivals.csv", numLinesToSkip = 1)
    void gv1AnArrivalInTheMorningBecomesACode(
            String time, String hcatCode, String kts, String cloreShalom, String ipat) {
        assertThat(codeOf("hcat", SessionHalf.AM, time)).isEqualTo(hcatCode);
        assertThat(codeOf("kts", SessionHalf.AM, time)).isEqualTo(kts);
        assertThat(codeOf("clore-shalom", SessionHalf.AM, time)).isEqualTo(cloreShalom);
        assertThat(codeOf("ipat", SessionHalf.AM, time)).isEqualTo(ipat);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "12:40:00, \\, \\",
        "13:00:00, \\, \\",
        "13:00:01, L, \\",
        "13:15:00, L, \\",
        "13:15:01, U, U",
        "15:00:00, U, U"
    })
    void inTheAfternoonTheLimitItselfCountsAsBefore(String time, String withLateCode, String cloreShalom) {
        assertThat(codeOf("hcat", SessionHalf.PM, time)).isEqualTo(withLateCode);
        assertThat(codeOf("kts", SessionHalf.PM, time)).isEqualTo(withLateCode);
        assertThat(codeOf("ipat", SessionHalf.PM, time)).isEqualTo(withLateCode);
        assertThat(codeOf("clore-shalom", SessionHalf.PM, time)).isEqualTo(cloreShalom);
    }

    @Test
    void withoutAMarkTheArrivalIsTheOriginalEntry() {
        Outcome outcome =
                hcat.taken(mark("p2", "/")).arrive("p1", "2026-09-07T08:12:00Z").isAnswered(201);
        LateArrivalRecorded arrived = outcome.onlyEvent(LateArrivalRecorded.class);
        assertThat(arrived.pupil()).isEqualTo(hcat.scene.number("p1"));
        assertThat(arrived.code()).isEqualTo("L");
        assertThat(arrived.arrivedAt()).isEqualTo("2026-09-07T08:12:00Z");
        assertThat(hcat.scene.open(arrived.reason())).isEqualTo("Bus");
        assertThat(hcat.scene.open(arrived.signedInBy())).isEqualTo("Front desk");
        assertThat(hcat.scene.person(arrived.author())).isEqualTo(Scene.OKAFOR);
    }

    @Test
    void theAnswerSaysTheCode() {
        Outcome outcome = hcat.arrive("p1", "2026-09-07T08:12:00Z").isAnswered(201);
        assertThat(outcome.body("code")).isEqualTo("L");
        assertThat(outcome.body("id"))
                .isEqualTo(
                        outcome.onlyEvent(LateArrivalRecorded.class).arrivalId().toString());
        assertThat(outcome.body("registerId")).isEqualTo("900001/2026-09-07/AM/3A");
    }

    @Test
    void theEventSaysWhenThePupilCameAndUnderWhichPolicy() {
        Outcome outcome = hcat.arrive("p1", "2026-09-07T08:12:00Z").isAnswered(201);
        assertThat(outcome.metadata().getFirst().get(Messages.OCCURRED_AT)).hasToString("2026-09-07T08:12:00Z");
        assertThat((String) outcome.metadata().getFirst().get(Messages.POLICY)).startsWith("hcat@");
    }

    @Test
    void anNIsAmendedInTheNameOfTheAuthor() {
        // reg 10(7)
        Outcome outcome =
                hcat.taken(mark("p1", "N")).arrive("p1", "2026-09-07T08:40:00Z").isAnswered(201);
        assertThat(outcome.events()).hasSize(2);
        LateArrivalRecorded arrived = outcome.event(LateArrivalRecorded.class);
        MarkAmended amended = outcome.event(MarkAmended.class);
        assertThat(arrived.code()).isEqualTo("U");
        assertThat(amended.originalCode()).isEqualTo("N");
        assertThat(amended.amendedCode()).isEqualTo("U");
        assertThat(amended.minutesLate()).isEqualTo(arrived.minutesLate());
        assertThat(hcat.scene.open(amended.reason())).isEqualTo("Bus");
        assertThat(hcat.scene.person(amended.author())).isEqualTo(Scene.OKAFOR);
        assertThat(amended.amendedAt()).isEqualTo(hcat.scene.now());
    }

    @Test
    void anNIsAmendedToPresentForAPupilWhoWasInTime() {
        Outcome outcome = hcat.taken(mark("p1", "N"))
                .arrive("p1", "2026-09-07T07:59:00Z", Optional.empty())
                .isAnswered(201);
        assertThat(outcome.event(MarkAmended.class).amendedCode()).isEqualTo("/");
        assertThat(outcome.event(MarkAmended.class).minutesLate()).isNull();
        assertThat(hcat.scene.open(outcome.event(MarkAmended.class).reason())).isNotBlank();
    }

    @Test
    void aMarkAmendedBackToNIsAnN() {
        hcat.taken(mark("p1", "I")).amended("p1", "I", "N");
        assertThat(hcat.arrive("p1", "2026-09-07T08:12:00Z").isAnswered(201).events())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "I", "O", "V"})
    void anyOtherMarkStands(String code) {
        hcat.taken(mark("p1", code)).arrive("p1", "2026-09-07T08:12:00Z").isRefused("mark-already-recorded", 409);
    }

    @Test
    void whoSignedInBeforeIsNotSignedInAgain() {
        hcat.signedIn("p1", "L", 12).arrive("p1", "2026-09-07T08:12:00Z").isRefused("mark-already-recorded", 409);
    }

    @Test
    void anNThatWasResolvedStands() {
        hcat.taken(late("p1", "N", 0)).amended("p1", "N", "I");
        hcat.arrive("p1", "2026-09-07T08:12:00Z").isRefused("mark-already-recorded", 409);
    }

    @ParameterizedTest
    @CsvSource({
        "hcat, AM, 2026-09-07T08:12:59Z, 12",
        "kts, AM, 2026-09-07T08:15:00Z, 15",
        "clore-shalom, AM, 2026-09-07T08:00:00Z, 15",
        "ipat, AM, 2026-09-07T08:00:00Z, 10",
        "hcat, PM, 2026-09-07T12:00:59Z, 0",
        "hcat, PM, 2026-09-07T12:40:00Z, 40"
    })
    void minutesLateAreCountedFromWhenArrivalWasDue(String policy, SessionHalf half, String arrivedAt, int minutes) {
        // KTS-X01: due at 9:00 though the register is called at 9:10.
        RegisterScene scene =
                RegisterScene.of(policy).at("2026-09-07T14:30:00Z").session("2026-09-07", half);
        assertThat(scene.arrive("p1", arrivedAt)
                        .onlyEvent(LateArrivalRecorded.class)
                        .minutesLate())
                .isEqualTo(minutes);
    }

    @Test
    void minutesLateAreHeldAtThreeHundredAndSixty() {
        RegisterScene evening = hcat.at("2026-09-07T20:00:00Z").session("2026-09-07", SessionHalf.PM);
        assertThat(evening.arrive("p1", "2026-09-07T19:00:00Z")
                        .onlyEvent(LateArrivalRecorded.class)
                        .minutesLate())
                .isEqualTo(360);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hcat", "kts", "clore-shalom", "ipat"})
    void aLateArrivalNeedsAReason(String policy) {
        // HCAT-14, CS-23; the baseline for the others
        RegisterScene.of(policy)
                .at("2026-09-07T14:30:00Z")
                .arrive("p1", "2026-09-07T08:40:00Z", Optional.empty())
                .breaksRules("/reason");
    }

    @Test
    void anArrivalInTimeNeedsNoReason() {
        hcat.arrive("p1", "2026-09-07T08:00:00Z", Optional.empty()).isAnswered(201);
    }

    @Test
    void aPolicyMayDoWithoutReasons() {
        RegisterScene lenient = new RegisterScene(Scene.of("ipat", """
                        {"sessions": {"am": {"arrival_due": "08:50", "register_open_from": "08:50", "late_from": "08:50", "register_closes": "09:10"},
                                      "pm": {"start": "13:00", "register_closes": "13:15"}},
                         "contacts": [{"role": "attendance_officer", "name": "A. Khan"}],
                         "register": {"late_sign_in": {"reason_required": false}}}""").pupil("p1", "3A"));
        lenient.at("2026-09-07T14:30:00Z")
                .arrive("p1", "2026-09-07T08:40:00Z", Optional.empty())
                .isAnswered(201);
    }

    @Test
    void anArrivalThatLiesInTheFutureIsRefused() {
        hcat.at("2026-09-07T08:00:00Z").arrive("p1", "2026-09-07T08:00:01Z").breaksRules("/arrivedAt");
    }

    @Test
    void anArrivalOnAnotherDayIsRefused() {
        hcat.at("2026-09-08T14:30:00Z").arrive("p1", "2026-09-08T08:12:00Z").breaksRules("/arrivedAt");
    }

    @Test
    void anArrivalAfterTheMorningSessionBelongsToTheAfternoon() {
        hcat.arrive("p1", "2026-09-07T11:59:59Z").isAnswered(201);
        hcat.arrive("p2", "2026-09-07T12:00:00Z").breaksRules("/arrivedAt");
    }

    @Test
    void aPupilOfAnotherGroupIsNotSignedInHere() {
        hcat.arrive("p3", "2026-09-07T08:12:00Z").breaksRules("/pupilId");
    }

    @Test
    void nobodyIsSignedInOnADayWithoutSchool() {
        hcat.session("2026-09-05", SessionHalf.AM)
                .arrive("p1", "2026-09-05T08:12:00Z")
                .breaksRules("");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        hcat.at("2026-09-07T08:00:00Z")
                .arrive("p9", "2026-09-07T08:12:00Z", Optional.empty())
                .breaksRules("/pupilId", "/arrivedAt", "/reason");
    }

    @Test
    void ipatAnNAmendedByAnArrivalIsHeldToTheWindowOfAmendments() {
        RegisterScene ipat = RegisterScene.of("ipat").taken(mark("p1", "N"));
        ipat.at("2026-09-15T08:00:00Z")
                .arrive("p1", "2026-09-07T08:05:00Z")
                .isRefused("approval-required", 422, "/approver");
        ipat.at("2026-09-14T08:00:00Z").arrive("p1", "2026-09-07T08:05:00Z").isAnswered(201);
    }

    @Test
    void anOriginalEntryIsHeldToNoWindow() {
        RegisterScene.of("ipat")
                .at("2026-12-01T08:00:00Z")
                .arrive("p1", "2026-09-07T08:05:00Z")
                .isAnswered(201);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-16, 2026-10-16T08:00:00Z, /",
        "2026-10-16, 2026-10-16T08:00:01Z, L",
        "2026-10-26, 2026-10-26T09:00:00Z, /",
        "2026-10-26, 2026-10-26T09:00:01Z, L"
    })
    void theTimesAreLocalBeforeAndAfterTheClocksGoBack(String date, String arrivedAt, String code) {
        // Sunday 25 October 2026
        assertThat(hcat.at("2026-10-26T14:30:00Z")
                        .session(date, SessionHalf.AM)
                        .arrive("p1", arrivedAt)
                        .body("code"))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27, 2026-03-27T09:00:00Z, /",
        "2026-03-27, 2026-03-27T09:00:01Z, L",
        "2026-03-30, 2026-03-30T08:00:00Z, /",
        "2026-03-30, 2026-03-30T08:00:01Z, L"
    })
    void theTimesAreLocalBeforeAndAfterTheClocksGoForward(String date, String arrivedAt, String code) {
        // Sunday 29 March 2026
        hcat.scene.with(SpringTerm.CALENDAR).onRoll("p4", SpringTerm.admission(hcat.scene, "p4", "3A"));
        assertThat(hcat.session(date, SessionHalf.AM).arrive("p4", arrivedAt).body("code"))
                .isEqualTo(code);
    }

    @Test
    void whatIsMissingIsNamedWithEveryRuleThatIsBroken() {
        hcat.arriveBy("{'pupilId':'p3','arrivedAt':'2026-09-08T07:59:00Z','author':{'id':'t-1'}}")
                .breaksRules("/author/name", "/author/position", "/pupilId", "/arrivedAt", "/arrivedAt");
        hcat.arriveBy("{'pupilId':'p1','arrivedAt':'yesterday'}").breaksRules("/arrivedAt", "/author");
    }

    @Test
    void aSchoolNobodyKnowsSignsNobodyIn() {
        new RegisterScene(new Scene()).arrive("p1", "2026-09-07T07:59:00Z").isRefused("unknown", 404);
    }

    private static Object codeOf(String policy, SessionHalf half, String time) {
        String arrivedAt = LocalDate.parse("2026-09-07")
                .atTime(LocalTime.parse(time))
                .atZone(London.ZONE)
                .toInstant()
                .toString();
        return RegisterScene.of(policy)
                .at("2026-09-07T14:30:00Z")
                .session("2026-09-07", half)
                .arrive("p1", arrivedAt)
                .isAnswered(201)
                .body("code");
    }
}
