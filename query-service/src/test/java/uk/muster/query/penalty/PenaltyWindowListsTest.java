package uk.muster.query.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.event.PupilEvent.EarlierSession;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.Days;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

/** Windows of a school's and of a trust's pupils. Today is Friday 18 September 2026. */
class PenaltyWindowListsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final String BY_NAME = "The school by the old mill";
    private static final Urn OAK = new Urn(186001);
    private static final Urn ELM = new Urn(186002);
    private static final String SCHOOL = "/api/v1/schools/186001/penalty-windows";
    private static final String TRUST = "/api/v1/trusts/lake-trust/penalty-windows";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;

    @BeforeAll
    static void record() {
        LEDGER.openSchool(OAK, TestProfile.of("clore-shalom"), "lake-trust");
        LEDGER.openSchool(ELM, TestProfile.of("hcat"), "lake-trust");
        LocalDate first = LocalDate.of(2026, 9, 1);
        LEDGER.admit(OAK, "p1", "Cedar", "4-A", first);
        LEDGER.admit(OAK, "p2", "Ash", "4-A", first, LocalDate.of(2017, 5, 3), "lake-child");
        LEDGER.admit(OAK, "p3", "Elder", "4-A", first);
        LEDGER.admit(OAK, "p4", "Birch", "4-A", first);
        LEDGER.admit(ELM, "q1", "Ash", "2-A", first, LocalDate.of(2017, 5, 3), "lake-child");
        Days.take(
                LEDGER,
                OAK,
                "4-A",
                MONDAY,
                Map.of(
                        "p1", "O O U U G",
                        "p2", "/ / N / /",
                        "p3", "/ / / / /",
                        "p4", "O O O O O"));
        Days.take(LEDGER, ELM, "2-A", MONDAY, Map.of("q1", "O / O / /"));
        LEDGER.importEarlier(
                OAK,
                "p3",
                "186009",
                List.of(new EarlierSession(new SessionKey(LocalDate.of(2026, 7, 13), SessionHalf.AM), "U")));
        LEDGER.importEarlier(
                OAK,
                "p1",
                BY_NAME,
                List.of(new EarlierSession(new SessionKey(LocalDate.of(2026, 7, 14), SessionHalf.AM), "U")));
        LEDGER.remove(OAK, "p4", LocalDate.of(2026, 9, 11));
    }

    @BeforeEach
    void today() {
        SERVICE.clock("2026-09-18T12:00:00Z");
    }

    private static JsonNode list(Role role, String path) {
        return SERVICE.get(role, path).json();
    }

    private static List<String> shown(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("pupilId").stringValue() + " "
                        + item.get("windowId").stringValue() + " "
                        + item.get("count").intValue())
                .toList();
    }

    @Test
    void thoseOnRollWithTheMostSessionsComeFirst() {
        JsonNode page = list(Role.ATTENDANCE_OFFICER, SCHOOL);
        assertThat(shown(page)).containsExactly("p1 national 11", "p2 national 4", "p3 national 1");
        JsonNode first = page.at("/items/0");
        assertThat(first.get("name").stringValue()).isEqualTo("Ada Cedar");
        assertThat(first.get("group").stringValue()).isEqualTo("4-A");
        assertThat(first.get("met").booleanValue()).isTrue();
        assertThat(first.get("metOn").stringValue()).isEqualTo("2026-09-11");
        // The same child's sessions at the other school, and an import that names its school by the URN
        assertThat(page.at("/items/1/sessions")
                        .valueStream()
                        .map(session -> session.get("urn").stringValue()))
                .containsExactly("186002", "186002", "186001", "186001");
        assertThat(page.at("/items/1/doubled/0/urn").stringValue()).isEqualTo("186002");
        assertThat(page.at("/items/2/sessions/0/urn").stringValue()).isEqualTo("186009");
    }

    @Test
    void aLineIsWhatThePupilAloneIsAnswered() {
        JsonNode items = list(Role.HEAD, SCHOOL).get("items");
        for (JsonNode item : items) {
            JsonNode alone = list(
                            Role.HEAD,
                            "/api/v1/schools/186001/pupils/"
                                    + item.get("pupilId").stringValue() + "/penalty-windows")
                    .at("/items/0");
            alone.propertyNames()
                    .forEach(name -> assertThat(item.get(name)).as(name).isEqualTo(alone.get(name)));
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "4, 2", "0, 3", "12, 0"})
    void onlyWindowsWithSoManySessionsAreListed(int minSessions, int windows) {
        assertThat(list(Role.HEAD, SCHOOL + "?minSessions=" + minSessions).get("items"))
                .hasSize(windows);
    }

    @Test
    void onAnotherDayItIsWhoWasOnRollThen() {
        assertThat(shown(list(Role.HEAD, SCHOOL + "?on=2026-09-09&minSessions=2")))
                .containsExactlyInAnyOrder("p1 national 7", "p4 national 6", "p2 national 4");
    }

    @Test
    void aTrustsExecutiveReadsWithoutNamesAndNobodyElsesSchools() {
        JsonNode page = list(Role.TRUST_EXECUTIVE, TRUST);
        assertThat(shown(page))
                .containsExactly(
                        "p1 national 11", "p2 national 4", "q1 hcat-local 4", "q1 national 4", "p3 national 1");
        assertThat(page.get("items").valueStream()).noneMatch(item -> item.has("name"));
        assertThat(page.toString()).doesNotContain(BY_NAME).contains("186009");
        assertThat(list(Role.HEAD, TRUST).toString()).contains(BY_NAME);
        assertThat(SERVICE.getFor(Role.HEAD, "186002", TRUST).json().get("items"))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.get("urn").stringValue()).isEqualTo("186002"));
    }

    @Test
    void pagesFitTogether() {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = list(Role.HEAD, TRUST + "?limit=2" + cursor);
            all.addAll(shown(page));
            cursor = page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").stringValue();
        } while (cursor != null);
        assertThat(all).isEqualTo(shown(list(Role.HEAD, TRUST)));
    }

    @ParameterizedTest
    @CsvSource({
        "?minSessions=-1, 422",
        "?minSessions=some, 400",
        "?on=2026-13-01, 400",
        "?on=2024-09-09, 422",
        "?limit=0, 422",
        "?cursor=nonsense, 400"
    })
    void whatCannotBeAskedIsRefused(String query, int status) {
        assertThat(SERVICE.get(Role.HEAD, SCHOOL + query).status()).isEqualTo(status);
    }

    @Test
    void othersMayNotAndOtherSchoolsAreUnknown() {
        assertThat(SERVICE.get(Role.CLASS_TEACHER, SCHOOL).status()).isEqualTo(403);
        assertThat(SERVICE.get(Role.AUDITOR, TRUST).status()).isEqualTo(403);
        assertThat(SERVICE.getFor(Role.HEAD, "186002", SCHOOL).status()).isEqualTo(404);
        assertThat(SERVICE.getFor(Role.HEAD, "186003", TRUST).status()).isEqualTo(404);
        assertThat(SERVICE.get(Role.HEAD, SCHOOL.replace("186001", "186999")).status())
                .isEqualTo(404);
    }
}
