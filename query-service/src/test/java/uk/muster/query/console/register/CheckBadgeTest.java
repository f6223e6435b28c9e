package uk.muster.query.console.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.query.audit.RegisterChecks.Found;

/** The words of the badge, which claim no more than was checked. */
class CheckBadgeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0 |   | The one fact of this register holds  | No checkpoint is signed yet.",
                "1 | 0 | 5 | The one fact of this register holds  | first 5 facts, is older.",
                "1 | 1 | 9 | The one fact of this register holds  | first 9 facts, reaches over it.",
                "3 | 0 | 5 | The 3 facts of this register hold    | first 5 facts, is older.",
                "3 | 2 | 9 | The 3 facts of this register hold    | reaches over 2 of them; the others are younger.",
                "3 | 3 | 9 | The 3 facts of this register hold    | reaches over them."
            })
    void whatHoldsIsSaidWithHowFarItIsSigned(int facts, int covered, Long signed, String finding, String reach) {
        CheckBadge badge = CheckBadge.of("Monday", new Found(facts, List.of(), covered, signed));
        assertThat(badge.finding()).isEqualTo(finding);
        assertThat(badge.details().getFirst()).endsWith(reach);
        assertThat(badge.details().getLast()).startsWith("Not checked here: the checkpoint’s signature");
    }

    @Test
    void whatDoesNotHoldIsNamedByItsPosition() {
        CheckBadge badge = CheckBadge.of("Monday", new Found(3, List.of(7L, 9L), 3, 9L));
        assertThat(badge.finding()).isEqualTo("2 of 3 facts of this register do not hold");
        assertThat(badge.details().getFirst()).contains("at position 7, 9 of the ledger");
    }
}
