package uk.muster.standalone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** What programs answer without a token once they can do their work: 200. */
final class Readiness {

    private static final int PATIENCE_MILLIS = 2_000;

    private Readiness() {}

    /** Whether the service at this base address says that it is ready. */
    static boolean of(URI service) {
        return answers(service.resolve("/actuator/health/readiness"));
    }

    /** Whether the OIDC provider of this issuer tells where its endpoints are. */
    static boolean ofProvider(URI issuer) {
        return answers(issuer.resolve("/.well-known/openid-configuration"));
    }

    private static boolean answers(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
