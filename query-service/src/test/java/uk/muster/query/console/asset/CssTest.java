package uk.muster.query.console.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CssTest {

    @Test
    void aRuleStaysForAnyOfItsSelectors() {
        assertThat(Css.keep(".a,.b{x:1}.b{y:2}", selector -> selector.contains("a")))
                .isEqualTo(".a,.b{x:1}");
    }

    @Test
    void ofAMediaQueryTheWantedRulesStay() {
        assertThat(Css.keep("@media print{.a{x:1}.b{y:2}}@media screen{.b{z:3}}", ".a"::equals))
                .isEqualTo("@media print{.a{x:1}}");
    }

    @Test
    void noFontIsFetched() {
        assertThat(Css.keep("@charset \"UTF-8\";/*! {a} */@font-face{src:url(/f)}.a{x:1}", _ -> true))
                .isEqualTo(".a{x:1}");
        assertThat(Css.withoutTransport(".a{font-family:GDS Transport,arial,sans-serif}"))
                .isEqualTo(".a{font-family:arial,sans-serif}");
    }

    @Test
    void whatEndsWithinARuleIsNoStylesheet() {
        assertThatIllegalArgumentException().isThrownBy(() -> Css.keep(".a{x:1", _ -> true));
    }
}
