package uk.muster.command.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A letter in the form of RFC 5322. Its Message-ID follows from the letter's id, so that a reader could tell a copy. */
final class LetterMessage extends MimeMessage {

    private final String messageId;

    LetterMessage(Session session, InternetAddress from, InternetAddress to, Letter letter) throws MessagingException {
        super(session);
        String sender = from.getAddress();
        messageId = "<" + letter.id() + sender.substring(sender.lastIndexOf('@')) + ">";
        setFrom(from);
        setRecipient(RecipientType.TO, to);
        setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        setText(letter.text(), StandardCharsets.UTF_8.name());
        setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(letter.writtenAt().atOffset(ZoneOffset.UTC)));
        // RFC 3834: no answering machine answers it.
        setHeader("Auto-Submitted", "auto-generated");
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
