package uk.muster.command.notify;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to a mail server over SMTP, each on a connection of its own, and knows from how far it got what became of it. */
public final class SmtpMailer implements Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);

    private final MailSettings settings;
    private final InternetAddress from;
    private final Session session;

    /** @throws IllegalArgumentException with a sentence for the operator when the sender's is no e-mail address */
    public SmtpMailer(MailSettings settings) {
        this.settings = settings;
        this.from = address(settings.from())
                .orElseThrow(() -> new IllegalArgumentException(
                        "muster.mail.from is not an e-mail address; with muster.mail.host it has to be one."));
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.starttls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.starttls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty(
                "mail.smtp.connectiontimeout",
                Long.toString(settings.connecting().toMillis()));
        properties.setProperty(
                "mail.smtp.timeout", Long.toString(settings.answering().toMillis()));
        properties.setProperty(
                "mail.smtp.writetimeout", Long.toString(settings.answering().toMillis()));
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    @Override
    public Handover send(Letter letter) {
        Optional<InternetAddress> to = address(letter.to());
        if (to.isEmpty()) {
            LOG.warn("Message {} is not sent: its address is none.", letter.id());
            return Handover.REFUSED;
        }
        Conversation conversation = new Conversation(session);
        try {
            MimeMessage message = new LetterMessage(session, from, to.get(), letter);
            conversation.connect(settings.host(), settings.port(), settings.user(), settings.password());
            conversation.sendMessage(message, new Address[] {to.get()});
            return Handover.TAKEN;
        } catch (MessagingException e) {
            int code = codeOf(e);
            Handover handover = judge(conversation.stage(), code);
            // What the server wrote may repeat the address.
            LOG.warn(
                    "Message {} met with {} at {}: {}.",
                    letter.id(),
                    code > 0 ? "answer " + code : e.getClass().getSimpleName(),
                    conversation.stage(),
                    handover);
            return handover;
        } finally {
            hangUp(conversation);
        }
    }

    /**
     * What a failed conversation means. A server that will have nothing to do with us or with our address of the moment may be brought to
     * reason by its operator or ours, so that is tried again; its permanent no to the recipient or to the message is final.
     *
     * @param code the server's answer, 0 when it gave none
     */
    private static Handover judge(Conversation.Stage stage, int code) {
        boolean permanent = code >= 500 && code < 600;
        boolean transitory = code >= 400 && code < 500;
        return switch (stage) {
            case OPENING -> Handover.NOT_NOW;
            case RECIPIENT, CONTENT -> permanent ? Handover.REFUSED : Handover.NOT_NOW;
            case END_OF_CONTENT -> permanent ? Handover.REFUSED : transitory ? Handover.NOT_NOW : Handover.UNKNOWN;
        };
    }

    private static int codeOf(Exception failure) {
        @Nullable Exception each = failure;
        while (each != null) {
            if (each instanceof SMTPAddressFailedException refused) {
                return refused.getReturnCode();
            }
            if (each instanceof SMTPSendFailedException refused) {
                return refused.getReturnCode();
            }
            each = each instanceof MessagingException wrapping ? wrapping.getNextException() : null;
        }
        return 0;
    }

    /** Whatever comes of that, the message's fate is known. */
    private static void hangUp(Conversation conversation) {
        try {
            conversation.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server hung up first.");
        }
    }

    /** One address of ASCII characters with a domain; others would be sent as something else than they are. */
    private static Optional<InternetAddress> address(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            boolean plain = !address.isGroup()
                    && address.getAddress().equals(text)
                    && text.indexOf('@') > 0
                    && StandardCharsets.US_ASCII.newEncoder().canEncode(text);
            return plain ? Optional.of(address) : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}
