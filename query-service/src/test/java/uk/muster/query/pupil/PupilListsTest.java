package uk.muster.query.pupil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

class PupilListsTest {

    private static final Urn URN = new Urn(150001);
    private static final String PATH = "/api/v1/schools/150001/pupils";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;

    @BeforeAll
    static void record() {
        LocalDate first = LocalDate.of(2026, 9, 1);
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "p1", "Müller-Ash", "4-A", first);
        LEDGER.admit(URN, "p2", "Birch", "4-A", first);
        LEDGER.admit(URN, "p3", "Cedar", "4-B", first);
        LEDGER.rename(URN, "p3", "Cedar", "5");
        LEDGER.move(URN, "p2", "4-B", LocalDate.of(2026, 9, 14));
        LEDGER.remove(URN, "p3", LocalDate.of(2026, 9, 30));
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("pupilId").stringValue())
                .toList();
    }

    @Test
    void listsEverybodyWithNameGroupAndSpell() {
        JsonNode page = SERVICE.get(Role.ATTENDANCE_OFFICER, PATH).json();
        assertThat(ids(page)).containsExactly("p1", "p2", "p3");
        assertThat(page.at("/items/0/name").stringValue()).isEqualTo("Ada Müller-Ash");
        assertThat(page.at("/items/1/group").stringValue()).isEqualTo("4-B");
        assertThat(page.at("/items/2/onRollTo").stringValue()).isEqualTo("2026-09-30");
        assertThat(page.at("/items/0").has("onRollTo")).isFalse();
    }

    @Test
    void keepsToGroupAndYearGroup() {
        assertThat(ids(SERVICE.get(Role.HEAD, PATH + "?group=4-A").json())).containsExactly("p1");
        assertThat(ids(SERVICE.get(Role.HEAD, PATH + "?yearGroup=5").json())).containsExactly("p3");
        assertThat(ids(SERVICE.get(Role.HEAD, PATH + "?group=9-Z").json())).isEmpty();
        assertThat(SERVICE.get(Role.HEAD, PATH + "?yearGroup=14").status()).isEqualTo(422);
    }

    @Test
    void pagesInOrderOfIds() {
        JsonNode first = SERVICE.get(Role.HEAD, PATH + "?limit=2").json();
        assertThat(ids(first)).containsExactly("p1", "p2");
        JsonNode second = SERVICE.get(
                        Role.HEAD,
                        PATH + "?limit=2&cursor=" + first.get("nextCursor").stringValue())
                .json();
        assertThat(ids(second)).containsExactly("p3");
        assertThat(second.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void findsNamesWhateverTheirAccentsAndCapitals() {
        assertThat(ids(SERVICE.post(Role.HEAD, PATH + ":search", "{\"text\":\"muller ADA\"}")
                        .json()))
                .containsExactly("p1");
        assertThat(ids(SERVICE.post(Role.HEAD, PATH + ":search", "{\"text\":\"p2\"}")
                        .json()))
                .containsExactly("p2");
    }

    @Test
    void aSearchWantsAText() {
        assertThat(SERVICE.post(Role.HEAD, PATH + ":search", "{\"text\":\" \"}").status())
                .isEqualTo(422);
    }
}
