package uk.muster.query.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

/** Registers are read back piece by piece and from a day on: what is told is the same as if all of them were read. */
class ChronologyOfDaysTest {

    private static final Urn URN = new Urn(130020);
    private static final String PATH = "/api/v1/schools/130020/pupils/p1/chronology";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

    private record Item(String id, LocalDate day) {}

    @BeforeAll
    static void record() {
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "p1", "Ash", "4-A", FIRST);
        Instant before = LEDGER.now();
        for (LocalDate day = FIRST; day.isBefore(LocalDate.of(2026, 10, 10)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                LEDGER.take(URN + "/" + day + "/AM/4-A", "p1", "N");
            }
        }
        LEDGER.amend(URN + "/2026-09-07/AM/4-A", "p1", "N", "I");
        LEDGER.amendAt(Instant.parse("2026-09-21T09:00:00Z"), URN + "/2026-09-03/AM/4-A", "p1", "N", "I");
        LEDGER.amendAt(Instant.parse("2026-10-02T09:00:00Z"), URN + "/2026-09-03/AM/4-A", "p1", "I", "M");
        LEDGER.at(Instant.parse("2026-09-22T10:00:00Z"));
        LEDGER.takeAt(Instant.parse("2026-09-22T09:00:00Z"), URN + "/2026-09-08/PM/4-A", "p1", "N");
        LEDGER.at(before.plusSeconds(60));
    }

    private static List<Item> items(JsonNode answer) {
        return answer.get("items")
                .valueStream()
                .map(item -> new Item(
                        item.get("id").stringValue(),
                        London.dateOf(Instant.parse(item.get("at").stringValue()))))
                .toList();
    }

    private static JsonNode ask(String query) {
        return SERVICE.get(Role.HEAD, PATH + query).json();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, 2026-10-23",
        "2026-09-15, 2026-09-25",
        "2026-09-21, 2026-09-21",
        "2026-09-22, 2026-09-22",
        "2026-10-02, 2026-10-02",
        "2026-10-03, 2026-10-23"
    })
    void theItemsOfSomeDaysAreThoseOfAllThatHappenedOnThem(LocalDate from, LocalDate to) {
        List<Item> ofDays = items(ask("?limit=1000&from=" + from + "&to=" + to));

        assertThat(ofDays)
                .isNotEmpty()
                .isEqualTo(items(ask("?limit=1000")).stream()
                        .filter(item ->
                                !item.day().isBefore(from) && !item.day().isAfter(to))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9})
    void pagesOfAnySizeAreTogetherTheWhole(int limit) {
        List<Item> paged = new ArrayList<>();
        JsonNode page = ask("?limit=" + limit);
        paged.addAll(items(page));
        while (!page.get("nextCursor").isNull()) {
            page = ask("?limit=" + limit + "&cursor=" + page.get("nextCursor").stringValue());
            paged.addAll(items(page));
        }

        assertThat(paged).isEqualTo(items(ask("?limit=1000")));
    }

    @Test
    void everythingIsThereOnce() {
        assertThat(items(ask("?limit=1000"))).hasSize(29 + 3 + 1 + 1).doesNotHaveDuplicates();
    }
}
