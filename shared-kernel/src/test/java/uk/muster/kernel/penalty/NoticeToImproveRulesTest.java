package uk.muster.kernel.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.policy.NoticePolicy.Improvement;
import uk.muster.kernel.policy.SchoolOverlays;

/** What a notice to improve must be (KTS-70 to KTS-72). */
class NoticeToImproveRulesTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");
    private static final CompulsoryAge AGE = CompulsoryAge.from(LocalDate.parse("2016-05-05"));

    private static List<String> pointers(NoticeToImproveRules rules, int weeks, List<String> blocks) {
        return rules.faults(MONDAY, weeks, blocks).stream()
                .map(NoticeFault::pointer)
                .toList();
    }

    private static NoticeToImproveRules rules(String profile) {
        return new NoticeToImproveRules(
                SchoolOverlays.activated(profile).notices().improvement(), AGE);
    }

    /** KTS-72 states the weeks; the others inherit them. */
    @ParameterizedTest
    @CsvSource({
        "kts,2,false",
        "kts,3,true",
        "kts,6,true",
        "kts,7,false",
        "hcat,2,false",
        "ipat,6,true",
        "clore-shalom,7,false"
    })
    void thePeriodHasThreeToSixWeeks(String profile, int weeks, boolean allowed) {
        assertThat(pointers(rules(profile), weeks, NoticeBlock.ids()))
                .isEqualTo(allowed ? List.of() : List.of("/weeks"));
    }

    @ParameterizedTest
    @EnumSource
    void eachOfTheSevenBlocksIsWanted(NoticeBlock block) {
        List<String> others =
                NoticeBlock.ids().stream().filter(id -> !id.equals(block.id())).toList();
        assertThat(rules("kts").faults(MONDAY, 4, others))
                .containsExactly(new NoticeFault(
                        "/blocks", "The block " + block.id() + " is missing: it says " + block.meaning() + "."));
    }

    @Test
    void aBlockThatIsNoneOrNamedTwiceIsSaid() {
        List<String> blocks = new ArrayList<>(NoticeBlock.ids());
        blocks.add("warning");
        blocks.add("poem");
        assertThat(pointers(rules("kts"), 4, blocks)).containsExactly("/blocks/7", "/blocks/8");
    }

    @Test
    void aPolicyWithoutThemOrAChildNotOfCompulsoryAgeHasNone() {
        assertThat(pointers(new NoticeToImproveRules(new Improvement(false, 3, 6, 7), AGE), 4, NoticeBlock.ids()))
                .containsExactly("");
        CompulsoryAge infant = CompulsoryAge.from(LocalDate.parse("2022-05-05"));
        assertThat(pointers(new NoticeToImproveRules(new Improvement(true, 3, 6, 7), infant), 4, NoticeBlock.ids()))
                .containsExactly("/from");
    }

    @Test
    void aPolicyMayWantFewerBlocks() {
        NoticeToImproveRules rules = new NoticeToImproveRules(new Improvement(true, 3, 6, 2), AGE);
        assertThat(pointers(rules, 4, List.of("warning", "timeframe"))).isEmpty();
        assertThat(pointers(rules, 4, List.of("warning"))).hasSize(6);
    }

    @Property
    void aPeriodHasSoManyWholeWeeks(
            @ForAll @IntRange(max = 3_000) int days, @ForAll @IntRange(min = 1, max = 52) int weeks) {
        LocalDate from = MONDAY.plusDays(days);
        LocalDate until = NoticeToImproveRules.until(from, weeks);
        assertThat(from.datesUntil(until.plusDays(1))).hasSize(7 * weeks);
    }
}
