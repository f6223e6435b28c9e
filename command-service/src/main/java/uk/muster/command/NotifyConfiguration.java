package uk.muster.command;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.command.keys.Vault;
import uk.muster.command.ledger.LedgerWriter;
import uk.muster.command.notify.LetterWriter;
import uk.muster.command.notify.MailSettings;
import uk.muster.command.notify.Mailer;
import uk.muster.command.notify.Outbox;
import uk.muster.command.notify.PostRounds;
import uk.muster.command.notify.Postman;
import uk.muster.command.notify.Settlement;
import uk.muster.command.notify.SmtpMailer;
import uk.muster.command.roll.RollBook;
import uk.muster.command.school.SchoolBook;

/** The outbox and the post that empties it. Whoever puts messages in needs the outbox alone, and the post needs whoever records outcomes. */
@Configuration(proxyBeanMethods = false)
public class NotifyConfiguration {

    /** Where nobody records outcomes they stay unrecorded, for one who will. */
    private static final Settlement NOBODY = (urn, pupil, notification, delivery, at) -> {
        throw new IllegalStateException("Nobody records what becomes of messages.");
    };

    @Bean
    Outbox outbox(JdbcClient database, InstantSource clock) {
        return new Outbox(database, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    PostRounds postRounds(
            Outbox outbox,
            Vault vault,
            SchoolBook schools,
            RollBook roll,
            InstantSource clock,
            Settings settings,
            LedgerWriter writer,
            ObjectProvider<Settlement> settlement) {
        Postman postman = new Postman(
                outbox,
                new LetterWriter(vault, schools, roll, clock),
                mailer(settings.mail()),
                settlement.getIfAvailable(() -> NOBODY));
        return new PostRounds(outbox, postman, writer::isActive);
    }

    /** @throws IllegalArgumentException with a sentence for the operator when there is a host and no sender */
    private static Optional<Mailer> mailer(Settings.Mail mail) {
        String host = orNull(mail.host());
        if (host == null) {
            return Optional.empty();
        }
        String from = orNull(mail.from());
        if (from == null) {
            throw new IllegalArgumentException(
                    "muster.mail.host is set and muster.mail.from is not: messages have to come from somebody.");
        }
        return Optional.of(new SmtpMailer(MailSettings.of(
                host, mail.port(), from, mail.starttls(), orNull(mail.user()), orNull(mail.password()))));
    }

    /** An environment variable that is set to nothing sets nothing. */
    private static @Nullable String orNull(@Nullable String setting) {
        return setting == null || setting.isBlank() ? null : setting;
    }
}
