package uk.muster.query.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.Days;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

/** Two weeks of two classes at a school of HCAT. */
class RewardsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final Urn URN = new Urn(190001);
    private static final String REWARDS = "/api/v1/schools/190001/rewards";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;

    @BeforeAll
    static void record() {
        LEDGER.openSchool(URN, TestProfile.of("hcat"));
        LEDGER.admit(URN, "full", "Ash", "4-A", MONDAY);
        LEDGER.admit(URN, "better", "Birch", "4-A", MONDAY);
        LEDGER.admit(URN, "prompt", "Cedar", "4-B", MONDAY);
        LEDGER.admit(URN, "worse", "Dogwood", "4-B", MONDAY);
        Days.take(LEDGER, URN, "4-A", MONDAY, Map.of("full", "/ / / / / / / / / /", "better", "/ I I / / / / / / I"));
        Days.take(LEDGER, URN, "4-B", MONDAY, Map.of("prompt", "I L / / / I L U / /", "worse", "/ / / / / / / / O /"));
        LEDGER.amend(URN + "/2026-09-15/AM/4-B", "prompt", "L", "/");
        LEDGER.amend(URN + "/2026-09-15/PM/4-B", "prompt", "L", "/");
        LEDGER.amend(URN + "/2026-09-16/AM/4-B", "prompt", "U", "/");
        LEDGER.amend(URN + "/2026-09-16/PM/4-B", "prompt", "U", "/");
    }

    @BeforeEach
    void fridayOfTheSecondWeek() {
        SERVICE.clock("2026-09-18T16:00:00Z");
    }

    private static JsonNode rewards(String query) {
        return SERVICE.get(Role.HEAD, REWARDS + query).json();
    }

    @ParameterizedTest
    @CsvSource({
        "FULL_ATTENDANCE, full",
        "IMPROVED_ATTENDANCE, better",
        "IMPROVED_PUNCTUALITY, prompt",
        "TRIPS, full",
    })
    void eachIsRewardedForWhatTheyDid(Earned earned, String pupil) {
        assertThat(rewards("?earned=" + earned)
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("pupilId").stringValue()))
                .containsExactly(pupil);
    }

    @Test
    void aWeekIsHeldAgainstTheWeekBefore() {
        JsonNode page = rewards("?earned=IMPROVED_ATTENDANCE");
        assertThat(page.get("from").stringValue()).isEqualTo("2026-09-14");
        assertThat(page.get("to").stringValue()).isEqualTo("2026-09-18");
        JsonNode better = page.at("/items/0");
        assertThat(better.get("percentage").decimalValue()).isEqualByComparingTo("80.0");
        assertThat(better.get("points").decimalValue()).isEqualByComparingTo("20.0");
        JsonNode prompt = rewards("?earned=IMPROVED_PUNCTUALITY").at("/items/0");
        assertThat(prompt.get("lateBefore").intValue()).isEqualTo(2);
        assertThat(prompt.get("late").intValue()).isZero();
    }

    /** 4-A has 18 of 20 sessions; 4-B 16 of 20. */
    @Test
    void theClassOfTheWeekHasTheHighestRate() {
        JsonNode page = rewards("");
        assertThat(page.get("classesFrom").decimalValue()).isEqualByComparingTo("97");
        assertThat(page.get("tripsFrom").decimalValue()).isEqualByComparingTo("97");
        JsonNode best = page.at("/classes/0");
        assertThat(best.get("group").stringValue()).isEqualTo("4-A");
        assertThat(best.get("percentage").decimalValue()).isEqualByComparingTo("90.0");
        assertThat(best.get("highest").booleanValue()).isTrue();
        assertThat(best.get("rewarded").booleanValue()).isFalse();
        assertThat(page.at("/classes/1/highest").booleanValue()).isFalse();
        assertThat(page.get("policy")).hasSize(4);
    }

    /** On the Wednesday alone both classes were full. */
    @Test
    void classesThatAreAlikeAreBothTheHighest() {
        JsonNode classes = rewards("?from=2026-09-16&to=2026-09-16").get("classes");
        assertThat(classes).hasSize(2).allSatisfy(each -> {
            assertThat(each.get("highest").booleanValue()).isTrue();
            assertThat(each.get("rewarded").booleanValue()).isTrue();
        });
    }

    @Test
    void pagesFitTogether() {
        JsonNode first = rewards("?limit=1");
        JsonNode rest = rewards("?limit=9&cursor=" + first.get("nextCursor").stringValue());
        assertThat(first.at("/items/0/pupilId").stringValue()).isEqualTo("full");
        assertThat(rest.get("items")).hasSize(2);
        assertThat(rest.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void whatCantBeIsRefused() {
        List.of("?earned=MEDAL", "?from=2026-09-16&to=2026-09-15", "?from=2020-01-01", "?limit=1001")
                .forEach(query -> assertThat(
                                SERVICE.get(Role.HEAD, REWARDS + query).status())
                        .as(query)
                        .isEqualTo(422));
        assertThat(SERVICE.get(Role.HEAD, REWARDS + "?from=yesterday").status()).isEqualTo(400);
        assertThat(SERVICE.get(Role.TRUST_EXECUTIVE, REWARDS).status()).isEqualTo(403);
        assertThat(SERVICE.getFor(Role.HEAD, "190009", REWARDS).status()).isEqualTo(404);
    }
}
