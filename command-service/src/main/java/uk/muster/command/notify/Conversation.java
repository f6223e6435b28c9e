package uk.muster.command.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One conversation with a mail server, which remembers how far it got. A server takes a message with its answer to the end of the content and not
 * before (RFC 5321, 4.1.1.4); until that end is sent there is nothing it could have taken.
 */
final class Conversation extends SMTPTransport {

    private Stage stage = Stage.OPENING;

    Conversation(Session session) {
        super(session, null);
    }

    /** What is being said. */
    enum Stage {
        /** Connection, encryption, signing in, the sender. */
        OPENING,
        RECIPIENT,
        CONTENT,
        END_OF_CONTENT
    }

    Stage stage() {
        return stage;
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = Stage.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        stage = Stage.CONTENT;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        stage = Stage.END_OF_CONTENT;
        super.finishData();
    }
}
