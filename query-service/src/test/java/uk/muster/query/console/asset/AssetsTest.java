package uk.muster.query.console.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.muster.http.identity.Role;
import uk.muster.query.TestService;
import uk.muster.query.TestService.Answer;
import uk.muster.query.testing.Readers;

class AssetsTest {

    private static final TestService SERVICE = TestService.shared();
    private static final int MOST_BYTES = 190_000;

    private final Assets assets = new Assets();

    @Test
    void theStylesheetIsThereForAnyoneAndKeptForAYear() {
        Answer answer = SERVICE.getWithoutToken(assets.url("muster.css"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("text/css;charset=UTF-8");
        assertThat(answer.body()).contains(".govuk-button", ".moj-timeline", ".mu-header");
    }

    @Test
    void itLeavesAPageRoomWithinItsWeight() {
        assertThat(SERVICE.getWithoutToken(assets.url("muster.css")).body().length())
                .isLessThan(MOST_BYTES);
    }

    @Test
    void nothingOfItComesFromElsewhere() {
        assertThat(SERVICE.getWithoutToken(assets.url("muster.css")).body())
                .doesNotContain("GDS Transport")
                .doesNotContain("@font-face")
                .doesNotContainPattern("url\\(\"?(https?:)?//");
    }

    @Test
    void anotherHashIsNothing() {
        assertThat(Readers.status(Role.HEAD, "/assets/0000000000000000/muster.css"))
                .isEqualTo(404);
    }
}
