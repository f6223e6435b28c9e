package uk.muster.command.notify;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that messages are handed to.
 *
 * @param from the address that they come from
 * @param starttls whether the connection has to be encrypted before anything is said; without it none is
 * @param user who signs in; null where the server asks nobody
 * @param connecting how long a connection may take
 * @param answering how long the server may be silent, and how long it may take to read
 */
public record MailSettings(
        String host,
        int port,
        String from,
        boolean starttls,
        @Nullable String user,
        @Nullable String password,
        Duration connecting,
        Duration answering) {

    /** Patient with a server that examines a message before it takes it: whoever hangs up then never learns whether it did. */
    public static MailSettings of(
            String host, int port, String from, boolean starttls, @Nullable String user, @Nullable String password) {
        return new MailSettings(
                host, port, from, starttls, user, password, Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
