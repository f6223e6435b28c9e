package uk.muster.command.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.muster.command.notify.Mailer.Handover;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;

/** The post on a real PostgreSQL and with a real mail server. */
class PostRoundsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Post post = new Post();
    private final ServerSetup setup = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private final GreenMail server = new GreenMail(setup);

    @AfterEach
    void serverStops() {
        server.stop();
    }

    @Test
    void aMessageArrivesOnceAndLooksAsItShould() throws Exception {
        server.start();
        NotificationRaised fact;
        try (PostRounds rounds = rounds(smtp())) {
            fact = post.put();
            post.outbox.put(fact);
            assertThat(server.waitForIncomingEmail(LONG.toMillis(), 1)).isTrue();
            awaitIdle(rounds);
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(post.settled).containsExactly(fact.entryId() + " SENT");
        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getMessageID()).isEqualTo("<" + fact.entryId() + "@school.example>");
        assertThat(message.getSubject())
                .isEqualTo("Unexplained absence at Ash Green (URN 900001): pupil p1, 2026-09-07 AM");
        assertThat(message.getHeader("From")).containsExactly("muster@school.example");
        assertThat(message.getHeader("To")).containsExactly(Post.ADDRESS);
        assertThat(message.getHeader("Date")).containsExactly("Mon, 7 Sep 2026 09:30:00 GMT");
        assertThat(message.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat((String) message.getContent())
                .contains("Pupil: p1 ")
                .doesNotContainIgnoringCase("robin")
                .doesNotContainIgnoringCase("social");
    }

    @Test
    void aServerThatWasAwayGetsTheMessageOnceItIsBack() throws Exception {
        NotificationRaised fact = post.put();
        try (PostRounds rounds = rounds(smtp())) {
            awaitIdle(rounds);
            assertThat(post.row(fact)).isEqualTo("WAITING 1");
            server.start();
            post.pass(Duration.ofMinutes(1));
            assertThat(rounds.isIdle()).isFalse();
            assertThat(server.waitForIncomingEmail(LONG.toMillis(), 1)).isTrue();
            awaitIdle(rounds);
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(post.settled).containsExactly(fact.entryId() + " SENT");
    }

    @Test
    void whatACrashLeftIsNotSentByTheNextInstance() throws Exception {
        server.start();
        NotificationRaised lost = post.put();
        post.crashWhileSending();
        NotificationRaised other = post.put();
        try (PostRounds rounds = rounds(smtp())) {
            awaitIdle(rounds);
        }
        assertThat(server.getReceivedMessages())
                .extracting(message -> message.getMessageID())
                .containsExactly("<" + other.entryId() + "@school.example>");
        assertThat(post.settled).containsExactlyInAnyOrder(lost.entryId() + " UNCERTAIN", other.entryId() + " SENT");
    }

    @Test
    void anInstanceThatStandsByTouchesNothing() throws Exception {
        NotificationRaised fact = post.put();
        AtomicBoolean active = new AtomicBoolean();
        try (PostRounds rounds = rounds(post.postman(), active::get)) {
            post.crashWhileSending();
            assertThat(rounds.isIdle()).isFalse();
            assertThat(post.row(fact)).isEqualTo("SENDING 1");
            active.set(true);
            awaitIdle(rounds);
        }
        assertThat(post.row(fact)).isEqualTo("UNCERTAIN 1");
    }

    @Test
    void aDatabaseThatGoesAwayEndsNothing() throws Exception {
        try (PostRounds rounds = rounds(post.postman(letter -> {
            post.sent.add(letter);
            if (post.sent.size() == 1) {
                post.databaseAway.set(true);
            }
            return Handover.TAKEN;
        }))) {
            NotificationRaised first = post.put();
            await(() -> post.sent.size() == 1);
            assertThat(rounds.isIdle()).isFalse();
            post.databaseAway.set(false);
            awaitIdle(rounds);
            NotificationRaised second = post.put();
            awaitIdle(rounds);
            assertThat(post.row(first)).isEqualTo("SENT 1");
            assertThat(post.row(second)).isEqualTo("SENT 1");
        }
        assertThat(post.sent).hasSize(2);
    }

    private SmtpMailer smtp() {
        return new SmtpMailer(
                MailSettings.of("127.0.0.1", setup.getPort(), "muster@school.example", false, null, null));
    }

    private PostRounds rounds(Mailer mailer) {
        return rounds(post.postman(mailer), () -> true);
    }

    private PostRounds rounds(Postman postman) {
        return rounds(postman, () -> true);
    }

    private PostRounds rounds(Postman postman, BooleanSupplier active) {
        PostRounds rounds = new PostRounds(post.outbox, postman, active);
        rounds.start();
        return rounds;
    }

    private static void awaitIdle(PostRounds rounds) throws InterruptedException {
        await(rounds::isIdle);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            // The rounds tell nobody when they are done: the test looks, and goes on as soon as it is so.
            Thread.sleep(20);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
