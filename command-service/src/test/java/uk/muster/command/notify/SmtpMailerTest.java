package uk.muster.command.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.command.notify.Mailer.Handover;

/** From how far a conversation got it is known whether the server has the message (RFC 5321, 4.2.5 and 4.5.4.1). */
class SmtpMailerTest {

    private static final String FROM = "muster@school.example";

    @ParameterizedTest
    @CsvSource({
        // word, the server's answer, what that means
        "NOOP, 250 yes, TAKEN",
        "HELLO, 554 no service, NOT_NOW",
        "HELLO, hang up, NOT_NOW",
        "HELLO, silence, NOT_NOW",
        "EHLO, hang up, NOT_NOW",
        "MAIL, 451 try later, NOT_NOW",
        "MAIL, 550 not you, NOT_NOW",
        "MAIL, hang up, NOT_NOW",
        "MAIL, silence, NOT_NOW",
        "RCPT, 450 busy, NOT_NOW",
        "RCPT, 452 full, NOT_NOW",
        "RCPT, 550 nobody here, REFUSED",
        "RCPT, 551 gone, REFUSED",
        "RCPT, 552 full, REFUSED",
        "RCPT, 554 no, REFUSED",
        "RCPT, hang up, NOT_NOW",
        "RCPT, silence, NOT_NOW",
        "DATA, 451 try later, NOT_NOW",
        "DATA, 554 no, REFUSED",
        "DATA, hang up, NOT_NOW",
        "DATA, silence, NOT_NOW",
        "END, 451 try later, NOT_NOW",
        "END, 554 spam, REFUSED",
        "END, hang up, UNKNOWN",
        "END, silence, UNKNOWN",
        "END, 299 what, UNKNOWN",
        "QUIT, hang up, TAKEN",
        "QUIT, silence, TAKEN",
    })
    void tellsWhatBecameOfTheMessage(String word, String answer, Handover handover) throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(word, answer)) {
            assertThat(mailer(server.port(), false).send(letter(Post.ADDRESS))).isEqualTo(handover);
            if (handover == Handover.NOT_NOW && !word.equals("END")) {
                assertThat(server.heard).doesNotContain("END");
            }
        }
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(mailer(port, false).send(letter(Post.ADDRESS))).isEqualTo(Handover.NOT_NOW);
    }

    @Test
    void withoutEncryptionWhereItIsDemandedNothingIsSaid() throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer("NOOP", "250 yes")) {
            assertThat(mailer(server.port(), true).send(letter(Post.ADDRESS))).isEqualTo(Handover.NOT_NOW);
            assertThat(server.heard).doesNotContain("MAIL");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b@c",
                "a@council.example, b@council.example",
                "A <a@council.example>",
                "a@council.example\r\nBcc: b@council.example",
                "ü@council.example",
                "list:a@council.example;"
            })
    void whatIsNoAddressIsWrittenToByNobody(String address) {
        assertThat(mailer(1, false).send(letter(address))).isEqualTo(Handover.REFUSED);
    }

    @Test
    void aSenderHasAnAddress() {
        assertThatThrownBy(() -> new SmtpMailer(MailSettings.of("localhost", 25, "Muster", false, null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("muster.mail.from");
    }

    private static Letter letter(String to) {
        return new Letter(UUID.randomUUID(), to, "Subject", "Text\n.\nmore", Instant.parse("2026-09-07T09:30:00Z"));
    }

    private static SmtpMailer mailer(int port, boolean starttls) {
        Duration patience = Duration.ofMillis(400);
        return new SmtpMailer(new MailSettings("127.0.0.1", port, FROM, starttls, null, null, patience, patience));
    }
}
