package uk.muster.query.atrisk;

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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.event.SchoolEvent.Phase;
import uk.muster.kernel.event.SchoolEvent.SchoolDetails;
import uk.muster.kernel.event.SchoolEvent.SchoolDetailsChanged;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.TestService.Answer;
import uk.muster.query.testing.Days;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

class AtRiskTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final Urn OAK = new Urn(180001);
    private static final Urn ELM = new Urn(180002);
    private static final String SCHOOL = "/api/v1/schools/180001/at-risk";
    private static final String TRUST = "/api/v1/trusts/river-trust/at-risk";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;

    @BeforeAll
    static void record() {
        String hcat = TestProfile.of("hcat");
        LEDGER.openSchool(OAK, hcat, "river-trust");
        LEDGER.openSchool(ELM, TestProfile.JSON, "river-trust");
        LEDGER.admit(OAK, "p1", "Cedar", "4-A", MONDAY);
        LEDGER.admit(OAK, "p2", "Ash", "4-A", MONDAY);
        LEDGER.admit(OAK, "p3", "Élder", "4-B", MONDAY);
        LEDGER.admit(OAK, "p4", "Birch", "4-B", MONDAY);
        LEDGER.admit(OAK, "p5", "Dogwood", "4-B", MONDAY);
        LEDGER.rename(OAK, "p3", "Élder", "5");
        LEDGER.admit(ELM, "q1", "Fir", "2-A", MONDAY);
        String full = "/ / / / / / / / / /";
        Days.take(LEDGER, OAK, "4-A", MONDAY, Map.of("p1", full + " /", "p2", full + " O"));
        Days.take(LEDGER, OAK, "4-B", MONDAY, Map.of("p3", "O / /", "p5", "O O O"));
        Days.take(LEDGER, ELM, "2-A", MONDAY, Map.of("q1", full + " / O O"));
        LEDGER.remove(OAK, "p5", LocalDate.of(2026, 9, 9));
    }

    @BeforeEach
    void endOfTerm() {
        SERVICE.clock("2026-10-23T16:00:00Z");
    }

    private static JsonNode items(String path) {
        return SERVICE.get(Role.ATTENDANCE_OFFICER, path).json().get("items");
    }

    private static List<String> ids(String path) {
        return items(path)
                .valueStream()
                .map(item -> item.get("pupilId").stringValue())
                .toList();
    }

    /** p4 has no mark and p5 is gone. */
    @Test
    void listsWhoIsOnRollWithAPossibleSessionLowestFirst() {
        assertThat(ids(SCHOOL)).containsExactly("p3", "p2", "p1");
    }

    @Test
    void saysWhatTheYearComesToAndSinceWhen() {
        JsonNode ash = items(SCHOOL).get(1);
        assertThat(ash.get("name").stringValue()).isEqualTo("Ada Ash");
        assertThat(ash.get("urn").stringValue()).isEqualTo("180001");
        assertThat(ash.get("group").stringValue()).isEqualTo("4-A");
        assertThat(ash.get("yearGroup").stringValue()).isEqualTo("4");
        assertThat(ash.get("possible").intValue()).isEqualTo(22);
        assertThat(ash.get("attended").intValue()).isEqualTo(20);
        assertThat(ash.get("percentage").decimalValue()).isEqualByComparingTo("90.9");
        assertThat(ash.get("band").stringValue()).isEqualTo("at_risk_pa");
        assertThat(ash.get("previousBand").stringValue()).isEqualTo("outstanding");
        assertThat(ash.get("bandSince").stringValue()).isEqualTo("2026-09-21");
        assertThat(ash.get("rag").stringValue()).isEqualTo("amber");
        assertThat(ash.get("provisional").booleanValue()).isFalse();
        assertThat(ash.get("persistentlyAbsent").booleanValue()).isFalse();
        assertThat(ash.get("trend").isNull()).isTrue();
        assertThat(ash.get("flags")).hasSize(1);
        String attendance = ash.get("attendance").stringValue();
        assertThat(SERVICE.get(Role.ATTENDANCE_OFFICER, attendance).json().get("sessions"))
                .hasSize(22);
    }

    @Test
    void aBandOfFewSessionsIsProvisionalAndHasNoHistory() {
        JsonNode elder = items(SCHOOL).get(0);
        assertThat(elder.get("provisional").booleanValue()).isTrue();
        assertThat(elder.get("band").stringValue()).isEqualTo("persistent");
        assertThat(elder.get("previousBand").isNull()).isTrue();
        assertThat(elder.get("bandSince").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "band=persistent | p3",
                "yearGroup=5 | p3",
                "group=4-A | p2 p1",
                "flag=EAL | p3 p2 p1",
                "flag=EHCP | ''",
                "sort=name | p2 p1 p3"
            })
    void filtersAndSorts(String query, String expected) {
        assertThat(String.join(" ", ids(SCHOOL + "?" + query))).isEqualTo(expected);
    }

    /** Eight school weeks: one pupil missed a day of the first four, one of the last four, one came only today. */
    @Test
    void aTrendHoldsTheLastFourWeeksAgainstTheFourBefore() {
        Urn urn = new Urn(180006);
        LEDGER.openSchool(urn, TestProfile.JSON);
        LocalDate first = LocalDate.of(2026, 9, 1);
        List.of("up", "down", "new").forEach(pupil -> LEDGER.admit(urn, pupil, "Ash", "4-A", first));
        String monthWithout = "/ / / / / / / / / / / / / / / / / / /";
        Days.take(
                LEDGER,
                urn,
                "4-A",
                first,
                Map.of(
                        "up",
                        "O " + monthWithout + " /",
                        "down",
                        "/ " + monthWithout + " O",
                        "new",
                        "- ".repeat(20) + "/"));
        JsonNode items = items("/api/v1/schools/180006/at-risk?sort=trend");
        assertThat(items.valueStream().map(item -> item.get("pupilId").stringValue()))
                .containsExactly("down", "up", "new");
        assertThat(items.get(0).get("trend").decimalValue()).isEqualByComparingTo("-50.0");
        assertThat(items.get(1).get("trend").decimalValue()).isEqualByComparingTo("5.3");
        assertThat(items.get(2).get("trend").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"percentage", "name", "trend"})
    void pagesFitTogether(String sort) {
        List<String> paged = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = SERVICE.get(Role.HEAD, TRUST + "?limit=1&sort=" + sort + next)
                    .json();
            page.get("items").forEach(item -> paged.add(item.get("pupilId").stringValue()));
            next = page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").stringValue();
        }
        assertThat(paged).isEqualTo(ids(TRUST + "?sort=" + sort)).hasSize(4);
    }

    @Test
    void anAmendmentChangesTheListAtOnceAndTakenBackChangesItBack() {
        Urn urn = new Urn(180003);
        LEDGER.openSchool(urn, TestProfile.JSON);
        LEDGER.admit(urn, "p1", "Ash", "4-A", MONDAY);
        Days.take(LEDGER, urn, "4-A", MONDAY, Map.of("p1", "/ N"));
        String list = "/api/v1/schools/180003/at-risk";
        JsonNode before = items(list);
        assertThat(before.get(0).get("percentage").decimalValue()).isEqualByComparingTo("50.0");
        LEDGER.amend(urn + "/2026-09-08/PM/4-A", "p1", "N", "/");
        assertThat(items(list).get(0).get("percentage").decimalValue()).isEqualByComparingTo("75.0");
        LEDGER.amend(urn + "/2026-09-08/PM/4-A", "p1", "/", "N");
        assertThat(items(list)).isEqualTo(before);
        LEDGER.remove(urn, "p1", LocalDate.of(2026, 9, 8));
        assertThat(items(list)).isEmpty();
    }

    @Test
    void aTrustIsEverySchoolThatTheCallerMaySee() {
        assertThat(ids(TRUST)).containsExactly("p3", "q1", "p2", "p1");
        Answer oneSchool = SERVICE.getFor(Role.HEAD, "180002", TRUST);
        assertThat(oneSchool.json().get("items")).hasSize(1);
        assertThat(SERVICE.getFor(Role.HEAD, "180003", TRUST).status()).isEqualTo(404);
        assertThat(SERVICE.get(Role.HEAD, "/api/v1/trusts/no-such-trust/at-risk")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTrustsExecutiveSeesNoNamesAndNoWayToARecord() {
        for (String path : List.of(TRUST, SCHOOL)) {
            JsonNode items = SERVICE.get(Role.TRUST_EXECUTIVE, path).json().get("items");
            assertThat(items).isNotEmpty().allSatisfy(item -> {
                assertThat(item.has("name")).isFalse();
                assertThat(item.has("attendance")).isFalse();
            });
        }
        assertThat(SERVICE.get(Role.TRUST_EXECUTIVE, TRUST + "?sort=name").status())
                .isEqualTo(403);
    }

    @Test
    void aSchoolThatLeavesATrustIsNoMoreInItsList() {
        Urn urn = new Urn(180004);
        LEDGER.openSchool(urn, TestProfile.JSON, "hill-trust");
        LEDGER.openSchool(new Urn(180005), TestProfile.JSON, "hill-trust");
        LEDGER.admit(urn, "p1", "Ash", "4-A", MONDAY);
        Days.take(LEDGER, urn, "4-A", MONDAY, Map.of("p1", "/"));
        assertThat(ids("/api/v1/trusts/hill-trust/at-risk")).containsExactly("p1");
        LEDGER.school(new SchoolDetailsChanged(urn, new SchoolDetails("Elm Road", "919", Phase.PRIMARY, null)));
        assertThat(ids("/api/v1/trusts/hill-trust/at-risk")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "band=poor | band must be one of at_risk_pa, cause_for_concern, good,",
                "yearGroup=14 | yearGroup must be one of N1, N2, R and 1 to 13.",
                "flag=TALL | flag must be one of SOCIAL_WORKER,",
                "sort=age | sort must be one of percentage, name, trend.",
                "limit=0 | limit must be"
            })
    void whatIsNoChoiceIsRefusedWithTheChoices(String query, String detail) {
        Answer answer = SERVICE.get(Role.HEAD, SCHOOL + "?" + query);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("detail").stringValue()).contains(detail);
    }

    @Test
    void anotherSchoolIsUnknownAndAnotherListsCursorNone() {
        assertThat(SERVICE.getFor(Role.HEAD, "180002", SCHOOL).status()).isEqualTo(404);
        assertThat(SERVICE.get(Role.HEAD, "/api/v1/schools/180099/at-risk").status())
                .isEqualTo(404);
        assertThat(SERVICE.get(Role.HEAD, SCHOOL + "?cursor=abc").status()).isEqualTo(400);
        assertThat(SERVICE.get(Role.HEAD, SCHOOL + "?group=4/A").status()).isEqualTo(400);
        assertThat(SERVICE.get(Role.CLASS_TEACHER, SCHOOL).status()).isEqualTo(403);
        assertThat(SERVICE.get(Role.MIS_INTEGRATION, TRUST).status()).isEqualTo(403);
    }
}
