package uk.muster.command.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import uk.muster.command.ledger.TestDatabase;
import uk.muster.command.notify.Mailer.Handover;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.event.FollowUpEvent.Delivery;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;

/**
 * An outbox on a real PostgreSQL, with a pupil {@code p1} of Ash Green to write about, a mailer that keeps what it is given and a ledger that keeps
 * what became of it. The clock stands until it is put on.
 */
final class Post {

    static final String ADDRESS = "worker@council.example";

    final TestDatabase database = TestDatabase.create();
    final JdbcClient rows = JdbcClient.create(database.as("muster_command"));
    final Scene scene = Scene.of("hcat").pupil("p1", "3A");
    final List<Letter> sent = Collections.synchronizedList(new ArrayList<>());
    final List<String> settled = Collections.synchronizedList(new ArrayList<>());

    private volatile Instant now = Instant.parse("2026-09-07T09:30:00Z");
    final InstantSource clock = () -> now;
    /** Whether PostgreSQL is away for the outbox. */
    final AtomicBoolean databaseAway = new AtomicBoolean();

    final Outbox outbox = new Outbox(JdbcClient.create(source()), clock);

    private DataSource source() {
        return new DelegatingDataSource(database.as("muster_command")) {
            @Override
            public Connection getConnection() throws SQLException {
                if (databaseAway.get()) {
                    throw new SQLException("PostgreSQL is away.");
                }
                return super.getConnection();
            }
        };
    }

    /** A request to tell the social worker of p1. */
    NotificationRaised raised() {
        return raised(ADDRESS);
    }

    NotificationRaised raised(@Nullable String address) {
        PupilNumber pupil = scene.number("p1");
        return new NotificationRaised(
                Scene.SCHOOL,
                pupil,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Recipient.SOCIAL_WORKER,
                new SessionKey(LocalDate.parse("2026-09-07"), SessionHalf.AM),
                address == null ? null : scene.vault().seal(pupil, address));
    }

    NotificationRaised put() {
        NotificationRaised fact = raised();
        outbox.put(fact);
        return fact;
    }

    LetterWriter writer() {
        return new LetterWriter(scene.vault(), scene.schools(), scene.roll(), clock);
    }

    /** A postman whose letters all arrive. */
    Postman postman() {
        return postman(letter -> {
            sent.add(letter);
            return Handover.TAKEN;
        });
    }

    Postman postman(Mailer mailer) {
        return new Postman(outbox, writer(), Optional.of(mailer), this::settle);
    }

    static void recordsNothing(Urn urn, PupilNumber pupil, UUID notification, Delivery delivery, Instant at) {}

    private void settle(Urn urn, PupilNumber pupil, UUID notification, Delivery delivery, Instant at) {
        settled.add(notification + " " + delivery);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** State and number of attempts of a message. */
    String row(NotificationRaised fact) {
        return rows.sql("SELECT state || ' ' || attempts FROM muster.outbox WHERE id = ?")
                .param(fact.entryId())
                .query(String.class)
                .single();
    }

    /** What a crash in the middle of an attempt leaves. */
    void crashWhileSending() {
        assertThat(outbox.take(UUID.randomUUID())).isPresent();
    }
}
