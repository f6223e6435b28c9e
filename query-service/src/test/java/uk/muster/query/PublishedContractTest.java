package uk.muster.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.muster.http.openapi.OpenApiCheck;
import uk.muster.query.TestService.Answer;

class PublishedContractTest {

    private static final TestService SERVICE = TestService.shared();

    @Test
    void theDocumentAndTheEndpointsAreTheSame() {
        assertThat(OpenApiCheck.differences(SERVICE.context())).isEmpty();
    }

    @Test
    void theDocumentIsThereForAnyone() {
        Answer answer = SERVICE.getWithoutToken("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("openapi").asString()).isEqualTo("3.1.0");
    }
}
