package uk.muster.query.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.event.PupilEvent.EarlierSession;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.event.ThresholdEvent.ThresholdMet;
import uk.muster.kernel.event.ThresholdEvent.ThresholdRetracted;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.PenaltyPolicy.Effect;
import uk.muster.query.TestService;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

/** A pupil's windows over HTTP. The school is open from Tuesday 1 September to Friday 23 October 2026; today is Monday 28 September. */
class PenaltyWindowQueryTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;

    private static Urn school(int urn, String profile) {
        Urn school = new Urn(urn);
        LEDGER.openSchool(school, TestProfile.of(profile));
        LEDGER.admit(school, "p1", "Ash", "4-A", FIRST);
        return school;
    }

    private static void mark(Urn urn, String date, String am, String pm) {
        LEDGER.take(urn + "/" + date + "/AM/4-A", "p1", am);
        LEDGER.take(urn + "/" + date + "/PM/4-A", "p1", pm);
    }

    private static String path(Urn urn, String query) {
        return "/api/v1/schools/" + urn + "/pupils/p1/penalty-windows" + query;
    }

    private static JsonNode windows(Urn urn, @Nullable String on) {
        SERVICE.clock("2026-09-28T11:00:00Z");
        return SERVICE.get(Role.ATTENDANCE_OFFICER, path(urn, on == null ? "" : "?on=" + on))
                .json()
                .get("items");
    }

    @Test
    void eachWindowOfThePolicySaysWhoWhySinceWhenAndWhatChangesIt() {
        Urn urn = school(185001, "hcat");
        mark(urn, "2026-09-02", "O", "G");
        mark(urn, "2026-09-03", "U", "/");
        mark(urn, "2026-09-09", "O", "O");
        mark(urn, "2026-09-10", "O", "O");
        mark(urn, "2026-09-11", "O", "I");
        mark(urn, "2026-09-24", "N", "N");
        JsonNode items = windows(urn, null);
        assertThat(items).hasSize(2);
        JsonNode national = items.get(0);
        assertThat(national.get("pupilId").stringValue()).isEqualTo("p1");
        assertThat(national.get("windowId").stringValue()).isEqualTo("national");
        assertThat(national.get("from").stringValue()).isEqualTo("2026-08-31");
        assertThat(national.get("to").stringValue()).isEqualTo("2026-10-04");
        assertThat(national.get("schoolWeeks").intValue()).isEqualTo(5);
        assertThat(national.get("count").intValue()).isEqualTo(10);
        assertThat(national.get("provisional").intValue()).isEqualTo(2);
        assertThat(national.get("threshold").intValue()).isEqualTo(10);
        assertThat(national.get("met").booleanValue()).isTrue();
        assertThat(national.get("metOn").stringValue()).isEqualTo("2026-09-24");
        assertThat(national.at("/sessions/1").toString())
                .isEqualTo("{\"date\":\"2026-09-02\",\"session\":\"PM\",\"code\":\"G\",\"urn\":\"185001\"}");
        assertThat(national.has("retractedOn")).isFalse();
        // The calendar has eight school weeks, of which none is the eleventh.
        assertThat(national.has("nextDropsOutOn")).isFalse();
        JsonNode local = items.get(1);
        assertThat(local.get("windowId").stringValue()).isEqualTo("hcat-local");
        assertThat(local.get("count").intValue()).isEqualTo(8);
        assertThat(local.get("met").booleanValue()).isFalse();
        assertThat(local.has("metOn")).isFalse();
    }

    @Test
    void onAnotherDayLaterSessionsAreLeftOut() {
        Urn urn = school(185002, "kts");
        mark(urn, "2026-09-02", "O", "O");
        mark(urn, "2026-09-09", "O", "O");
        JsonNode then = windows(urn, "2026-09-08").get(0);
        assertThat(then.get("count").intValue()).isEqualTo(2);
        assertThat(then.get("to").stringValue()).isEqualTo("2026-09-13");
        assertThat(then.get("schoolWeeks").intValue()).isEqualTo(2);
        // In the holidays the window is that of the last school week; nothing drops out of it.
        JsonNode holidays = windows(urn, "2026-10-28").get(0);
        assertThat(holidays.get("to").stringValue()).isEqualTo("2026-10-25");
        assertThat(holidays.get("count").intValue()).isEqualTo(4);
    }

    @Test
    void sessionsOfOtherSchoolsCountWhereThePolicySaysSo() {
        Urn clore = school(185003, "clore-shalom");
        Urn hcat = school(185004, "hcat");
        for (Urn urn : List.of(clore, hcat)) {
            LEDGER.admit(urn, "twin", "Ash", "4-B", FIRST, LocalDate.of(2017, 5, 3), "child-of-two-schools");
            LEDGER.take(urn + "/2026-09-15/AM/4-B", "twin", "O");
            LEDGER.take(urn + "/2026-09-16/AM/4-B", "twin", urn.equals(clore) ? "/" : "O");
        }
        LEDGER.importEarlier(
                clore,
                "twin",
                "Beech Road",
                List.of(
                        new EarlierSession(new SessionKey(LocalDate.of(2026, 7, 13), SessionHalf.AM), "O"),
                        new EarlierSession(new SessionKey(LocalDate.of(2026, 7, 13), SessionHalf.PM), "\\")));
        SERVICE.clock("2026-09-28T11:00:00Z");
        JsonNode spans = ofTwin(clore);
        assertThat(spans.get("count").intValue()).isEqualTo(3);
        assertThat(spans.get("sessions").toString())
                .isEqualTo("[{\"date\":\"2026-07-13\",\"session\":\"AM\",\"code\":\"O\",\"school\":\"Beech Road\"},"
                        + "{\"date\":\"2026-09-15\",\"session\":\"AM\",\"code\":\"O\",\"urn\":\"185003\"},"
                        + "{\"date\":\"2026-09-16\",\"session\":\"AM\",\"code\":\"O\",\"urn\":\"185004\"}]");
        assertThat(spans.at("/doubled/0/urn").stringValue()).isEqualTo("185004");
        assertThat(ofTwin(hcat).get("count").intValue()).isEqualTo(2);
    }

    private static JsonNode ofTwin(Urn urn) {
        return SERVICE.get(Role.HEAD, "/api/v1/schools/" + urn + "/pupils/twin/penalty-windows")
                .json()
                .at("/items/0");
    }

    @Test
    void ofAChildNotOfCompulsorySchoolAgeNothingIsMet() {
        Urn urn = school(185005, "kts");
        LEDGER.admit(urn, "young", "Ash", "R-A", FIRST, LocalDate.of(2022, 3, 1), "young");
        for (int day = 7; day <= 11; day++) {
            String date = LocalDate.of(2026, 9, day).toString();
            LEDGER.take(urn + "/" + date + "/AM/R-A", "young", "O");
            LEDGER.take(urn + "/" + date + "/PM/R-A", "young", "O");
        }
        SERVICE.clock("2026-09-28T11:00:00Z");
        JsonNode national = SERVICE.get(Role.HEAD, "/api/v1/schools/185005/pupils/young/penalty-windows")
                .json()
                .at("/items/0");
        assertThat(national.get("compulsoryAge").booleanValue()).isFalse();
        assertThat(national.get("count").intValue()).isEqualTo(10);
        assertThat(national.get("met").booleanValue()).isFalse();
    }

    @Test
    void aThresholdThatLostItsBasisSaysWhen() {
        Urn urn = school(185006, "kts");
        mark(urn, "2026-09-09", "O", "O");
        UUID met = new UUID(1, 1);
        LEDGER.absence(new ThresholdMet(
                urn,
                TestLedger.numberOf(urn, "p1"),
                met,
                "national",
                Effect.MUST_CONSIDER_PENALTY,
                List.of(new CountedSession(new SessionKey(LocalDate.of(2026, 9, 9), SessionHalf.AM), "O", urn)),
                LocalDate.of(2026, 9, 9)));
        LEDGER.absence(new ThresholdRetracted(
                urn,
                TestLedger.numberOf(urn, "p1"),
                new UUID(1, 2),
                met,
                "national",
                LocalDate.of(2026, 9, 14),
                List.of(new SessionKey(LocalDate.of(2026, 9, 9), SessionHalf.AM))));
        assertThat(windows(urn, null).get(0).get("retractedOn").stringValue()).isEqualTo("2026-09-14");
        assertThat(windows(urn, "2026-09-13").get(0).has("retractedOn")).isFalse();
        JsonNode thresholds = SERVICE.get(
                        Role.ATTENDANCE_OFFICER, "/api/v1/schools/" + urn + "/pupils/p1/chronology?kinds=THRESHOLD")
                .json()
                .get("items");
        assertThat(thresholds.valueStream().map(item -> item.get("summary").stringValue()))
                .containsExactly(
                        "Threshold national retracted: 1 session of it no longer counts",
                        "Threshold national met on 2026-09-09 with 1 session: a penalty notice must be considered");
        assertThat(thresholds.at("/0/data/retracts").stringValue())
                .isEqualTo(thresholds.at("/1/id").stringValue());
        String export =
                SERVICE.get(Role.AUDITOR, "/api/v1/audit/events?urn=" + urn).body();
        assertThat(export).contains("threshold-met.v1").contains("\"gone\":[{\"date\":\"2026-09-09\"");
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        Urn urn = school(185007, "kts");
        assertThat(SERVICE.get(Role.HEAD, path(urn, "?on=yesterday")).status()).isEqualTo(400);
        assertThat(SERVICE.get(Role.HEAD, path(urn, "?on=2026-02-30")).status()).isEqualTo(400);
        assertThat(SERVICE.get(Role.HEAD, path(new Urn(185099), "")).status()).isEqualTo(404);
        assertThat(SERVICE.getFor(Role.HEAD, "185001", path(urn, "")).status()).isEqualTo(404);
        assertThat(SERVICE.get(Role.HEAD, path(urn, "").replace("p1", "p9")).status())
                .isEqualTo(404);
        assertThat(SERVICE.getWithoutToken(path(urn, "")).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = Mode.EXCLUDE,
            names = {"ATTENDANCE_OFFICER", "SAFEGUARDING_LEAD", "HEAD"})
    void othersMayNotSeeASinglePupilsWindows(Role role) {
        Urn urn = new Urn(185001);
        assertThat(SERVICE.get(role, path(urn, "")).status()).isEqualTo(403);
    }
}
