package uk.muster.query.punctuality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.Days;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

class PunctualityTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final LocalDate AFTER_HALF_TERM = LocalDate.of(2026, 11, 2);
    private static final Urn URN = new Urn(195001);
    private static final String LIST = "/api/v1/schools/195001/punctuality";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;

    @BeforeAll
    static void record() {
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.publish(
                URN,
                List.of(
                        new Term("Autumn 1", MONDAY, LocalDate.of(2026, 10, 23)),
                        new Term("Autumn 2", AFTER_HALF_TERM, LocalDate.of(2026, 12, 18))),
                List.of());
        LEDGER.admit(URN, "p1", "Ash", "4-A", MONDAY);
        LEDGER.admit(URN, "p2", "Birch", "4-A", MONDAY);
        LEDGER.admit(URN, "p3", "Cedar", "4-B", MONDAY);
        Days.take(LEDGER, URN, "4-A", MONDAY, Map.of("p1", "L / /", "p2", "U / L"));
        Days.take(LEDGER, URN, "4-B", MONDAY, Map.of("p3", "U / /"));
        Days.take(LEDGER, URN, "4-A", AFTER_HALF_TERM, Map.of("p1", "L", "p2", "/"));
    }

    @BeforeEach
    void afterHalfTerm() {
        SERVICE.clock("2026-11-03T16:00:00Z");
    }

    private static JsonNode list(String query) {
        return SERVICE.get(Role.ATTENDANCE_OFFICER, LIST + query).json();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("pupilId").stringValue())
                .toList();
    }

    @Test
    void countsAnewFromEachHalfTerm() {
        JsonNode page = list("");
        assertThat(page.get("from").stringValue()).isEqualTo("2026-11-02");
        assertThat(page.get("to").stringValue()).isEqualTo("2026-11-03");
        assertThat(ids(page)).containsExactly("p1");
        assertThat(page.at("/items/0/lates").intValue()).isEqualTo(2);
    }

    @Test
    void inTheHolidaysTheLastHalfTermCountsTheMostOftenFirst() {
        SERVICE.clock("2026-10-28T12:00:00Z");
        JsonNode page = list("");
        assertThat(page.get("to").stringValue()).isEqualTo("2026-10-23");
        assertThat(ids(page)).containsExactly("p2", "p3", "p1");
        JsonNode birch = page.at("/items/0");
        assertThat(birch.get("name").stringValue()).isEqualTo("Ada Birch");
        assertThat(birch.get("lates").intValue()).isEqualTo(2);
        assertThat(birch.get("lateAfterClose").intValue()).isEqualTo(2);
        assertThat(birch.get("minutesLate").intValue()).isEqualTo(28);
        assertThat(birch.get("attendance").stringValue()).isEqualTo("/api/v1/schools/195001/pupils/p2/attendance");
    }

    @Test
    void daysAndGroupsMayBeGivenAndPagesFitTogether() {
        String term = "?from=2026-09-07&to=2026-11-03";
        assertThat(ids(list(term))).containsExactly("p2", "p1", "p3");
        assertThat(ids(list(term + "&group=4-B"))).containsExactly("p3");
        JsonNode first = list(term + "&limit=2");
        assertThat(ids(list(term + "&limit=2&cursor=" + first.get("nextCursor").stringValue())))
                .containsExactly("p3");
    }

    @Test
    void whatCantBeIsRefused() {
        assertThat(SERVICE.get(Role.HEAD, LIST + "?from=2026-11-02&to=2026-11-01")
                        .status())
                .isEqualTo(422);
        assertThat(SERVICE.get(Role.CLASS_TEACHER, LIST).status()).isEqualTo(403);
        assertThat(SERVICE.getFor(Role.HEAD, "195009", LIST).status()).isEqualTo(404);
    }
}
