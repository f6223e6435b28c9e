package uk.muster.standalone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A service's readiness probe, open without a token: 200 once it can do its work. */
final class Readiness {

    private static final int PATIENCE_MILLIS = 2_000;

    private Readiness() {}

    /** Whether the service at this base address says that it is ready. */
    static boolean of(URI service) {
        try {
            var connection = (HttpURLConnection)
                    service.resolve("/actuator/health/readiness").toURL().openConnection();
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
