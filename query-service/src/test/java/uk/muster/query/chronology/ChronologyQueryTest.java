package uk.muster.query.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.muster.http.convention.Times;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

class ChronologyQueryTest {

    private static final Urn URN = new Urn(130001);
    private static final String PATH = "/api/v1/schools/130001/pupils/p1/chronology";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;
    private static Instant beforeAmendment = Instant.MIN;

    @BeforeAll
    static void record() {
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        LEDGER.admit(URN, "p2", "Birch", "4-A", LocalDate.of(2026, 9, 1));
        LEDGER.take(URN + "/2026-09-02/AM/4-A", "p1", "N", "p2", "/");
        LEDGER.take(URN + "/2026-09-02/PM/4-A", "p2", "\\", "p1", "L");
        beforeAmendment = LEDGER.now();
        LEDGER.amend(URN + "/2026-09-02/AM/4-A", "p1", "N", "I");
        LEDGER.arrive(URN + "/2026-09-03/AM/4-A", "p1", "L", 12);
        LEDGER.rename(URN, "p1", "Ash-Elm", "5");
        LEDGER.move(URN, "p1", "4-B", LocalDate.of(2026, 9, 14));
        LEDGER.remove(URN, "p1", LocalDate.of(2026, 9, 30));
    }

    private static JsonNode items(Role role, String query) {
        return SERVICE.get(role, PATH + query).json().get("items");
    }

    private static List<String> kinds(JsonNode items) {
        return items.valueStream().map(item -> item.get("kind").stringValue()).toList();
    }

    @Test
    void tellsEverythingNewestFirst() {
        JsonNode items = items(Role.SAFEGUARDING_LEAD, "");
        assertThat(kinds(items))
                .containsExactly("ENROLMENT", "ENROLMENT", "ARRIVAL", "MARK", "AMENDMENT", "MARK", "ENROLMENT");
        assertThat(items.at("/4/data/reason").stringValue()).isEqualTo("Parent rang");
        assertThat(items.at("/4/data/detail").stringValue()).isEqualTo("Detail of I");
        assertThat(items.at("/4/by/name").stringValue()).isEqualTo("S. Lind");
        assertThat(items.at("/4/summary").stringValue()).isEqualTo("2026-09-02 AM, 4-A: N amended to I");
        assertThat(items.at("/3/summary").stringValue()).isEqualTo("2026-09-02 PM, 4-A: L, 7 minutes late");
        assertThat(items.at("/6/at").stringValue()).isEqualTo("2026-08-31T23:00:00.000000Z");
        assertThat(items.at("/6/by").isNull()).isTrue();
    }

    @Test
    void theOfficerReadsNoDetailsOfHealth() {
        assertThat(items(Role.ATTENDANCE_OFFICER, "").at("/4/data").has("detail"))
                .isFalse();
    }

    @Test
    void keepsToKindsDaysAndInstant() {
        assertThat(kinds(items(Role.HEAD, "?kinds=AMENDMENT,ARRIVAL"))).containsExactly("ARRIVAL", "AMENDMENT");
        assertThat(kinds(items(Role.HEAD, "?from=2026-09-03&to=2026-09-14"))).containsExactly("ENROLMENT", "ARRIVAL");
        assertThat(kinds(items(Role.HEAD, "?asOf=" + Times.print(beforeAmendment))))
                .containsExactly("MARK", "MARK", "ENROLMENT");
        assertThat(items(Role.HEAD, "?kinds=PENALTY")).isEmpty();
    }

    @Test
    void refusesAKindThatThereIsNot() {
        TestService.Answer answer = SERVICE.get(Role.HEAD, PATH + "?kinds=MARK,GOSSIP");
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void pagesWithoutLossOrRepetition() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = SERVICE.get(Role.HEAD, PATH + "?limit=2" + cursor).json();
            page.get("items").forEach(item -> ids.add(item.get("id").stringValue()));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").stringValue();
        } while (!cursor.isEmpty());
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
        assertThat(ids)
                .isEqualTo(items(Role.HEAD, "")
                        .valueStream()
                        .map(item -> item.get("id").stringValue())
                        .toList());
    }

    @Test
    void refusesACursorOfItsOwnMaking() {
        assertThat(SERVICE.get(Role.HEAD, PATH + "?cursor=abc").status()).isEqualTo(400);
    }
}
