package uk.muster.command.notify;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.command.ledger.Watched;
import uk.muster.kernel.event.FollowUpEvent.Delivery;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

/** The table {@code outbox}. Each call is a transaction of its own, committed when it returns. */
public final class Outbox {

    private static final String WAIT = """
            UPDATE muster.outbox
            SET state = 'WAITING', claim = NULL, claimed_at = NULL,
                not_before = CAST(? AS timestamptz) + make_interval(mins => least(60, 1 << least(attempts - 1, 6)))
            WHERE claim = ?
            """;
    private static final String SETTLE = """
            UPDATE muster.outbox
            SET state = ?, claim = NULL, settled_at = ?, address_sealed = NULL
            WHERE claim = ?
            """;

    private final JdbcClient database;
    private final InstantSource clock;
    private final Watched<Long> rings = new Watched<>(0L);

    public Outbox(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An outcome that the ledger may not know yet. */
    record Outcome(UUID id, Urn urn, PupilNumber pupil, Delivery delivery, Instant at) {}

    /**
     * Puts a message in, to be sent soon. The same fact told again changes nothing, whatever became of the message since; a fact without an
     * address puts nothing in, since there is nobody to write to.
     */
    public void put(NotificationRaised fact) {
        Sealed address = fact.address();
        if (address == null) {
            return;
        }
        int added = database.sql("""
                        INSERT INTO muster.outbox
                            (id, urn, pupil, recipient, session_date, session_half, address_sealed, state, not_before)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?) ON CONFLICT (id) DO NOTHING
                        """)
                .param(fact.entryId())
                .param(fact.urn().value())
                .param(fact.pupil().value())
                .param(fact.to().name())
                .param(Date.valueOf(fact.session().date()))
                .param(fact.session().half().name())
                .param(address.token())
                .param(now())
                .update();
        if (added > 0) {
            ring();
        }
    }

    /**
     * Takes the message that has been due longest, if any is, for one attempt. Two who ask at once never get the same one.
     *
     * @param claim a new id for this attempt
     */
    Optional<Notice> take(UUID claim) {
        return database.sql("""
                        UPDATE muster.outbox SET state = 'SENDING', attempts = attempts + 1, claim = ?, claimed_at = ?
                        WHERE state = 'WAITING' AND id = (
                            SELECT id FROM muster.outbox WHERE state = 'WAITING' AND NOT recorded AND not_before <= ?
                            ORDER BY not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, urn, pupil, recipient, session_date, session_half, address_sealed
                        """)
                .param(claim)
                .param(now())
                .param(now())
                .query((row, i) -> new Notice(
                        row.getObject(1, UUID.class),
                        new Urn(row.getInt(2)),
                        new PupilNumber(row.getString(3)),
                        Recipient.valueOf(row.getString(4)),
                        new SessionKey(row.getDate(5).toLocalDate(), SessionHalf.valueOf(row.getString(6))),
                        new Sealed(row.getString(7))))
                .optional();
    }

    /** Ends an attempt with an outcome that stays. An attempt that was given up for lost is left as it is. */
    void settle(UUID claim, Delivery delivery) {
        database.sql(SETTLE).param(delivery.name()).param(now()).param(claim).update();
    }

    /** Ends an attempt that came to nothing: the message waits a minute, then two, four and so on, an hour at most. */
    void putBack(UUID claim) {
        database.sql(WAIT).param(now()).param(claim).update();
    }

    /**
     * Gives up every attempt that nobody is at any more: whether its message arrived cannot be known.
     *
     * @return how many there were
     */
    int giveUpAttempts() {
        return database.sql("""
                        UPDATE muster.outbox
                        SET state = 'UNCERTAIN', claim = NULL, settled_at = ?, address_sealed = NULL
                        WHERE state = 'SENDING' AND NOT recorded
                        """).param(now()).update();
    }

    /** The outcomes that are not noted as recorded, oldest first. */
    List<Outcome> unrecorded() {
        return database.sql("""
                        SELECT id, urn, pupil, state, settled_at FROM muster.outbox
                        WHERE settled_at IS NOT NULL AND NOT recorded ORDER BY settled_at, id
                        """)
                .query((row, i) -> new Outcome(
                        row.getObject(1, UUID.class),
                        new Urn(row.getInt(2)),
                        new PupilNumber(row.getString(3)),
                        Delivery.valueOf(row.getString(4)),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    void recorded(UUID id) {
        database.sql("UPDATE muster.outbox SET recorded = true WHERE id = ?")
                .param(id)
                .update();
    }

    /**
     * Whether there is something to do at this instant.
     *
     * @param sending whether what waits can be sent at all
     */
    boolean hasWork(boolean sending) {
        return database.sql("""
                        SELECT EXISTS (
                            SELECT FROM muster.outbox WHERE NOT recorded AND (state <> 'WAITING' OR (? AND not_before <= ?)))
                        """)
                .param(sending)
                .param(now())
                .query(Boolean.class)
                .single();
    }

    /** Wakes who {@linkplain #awaitRing awaits} it. */
    void ring() {
        rings.change(before -> before + 1);
    }

    long rings() {
        return rings.get();
    }

    /** Waits until it rang more often than that, or the time is up. */
    void awaitRing(long heard, Duration most) throws InterruptedException {
        rings.await(rung -> rung > heard, most);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
