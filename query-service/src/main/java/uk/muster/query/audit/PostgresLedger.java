package uk.muster.query.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.http.identity.SchoolScope;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/**
 * The ledger in PostgreSQL, by the read-only role.
 *
 * <p>All methods throw a {@code DataAccessException} when the database does not answer.
 */
public final class PostgresLedger implements Ledger {

    private static final String SELECT = "SELECT position, id, urn, stream, seq, type, recorded_at, metadata, payload,"
            + " previous_hash, hash FROM muster.event ";

    private final JdbcClient database;

    public PostgresLedger(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Long> lastPosition(Urn urn) {
        return database.sql("SELECT position FROM muster.event WHERE urn = ? ORDER BY position DESC LIMIT 1")
                .param(urn.value())
                .query(Long.class)
                .optional();
    }

    @Override
    public long lastPosition() {
        return database.sql("SELECT coalesce(max(position), 0) FROM muster.event")
                .query(Long.class)
                .single();
    }

    @Override
    public List<StoredEvent> ofEverySchool(long after, long until, int limit) {
        return database.sql(SELECT + "WHERE position > ? AND position <= ? ORDER BY position LIMIT ?")
                .params(after, until, limit)
                .query(PostgresLedger::event)
                .list();
    }

    @Override
    public List<StoredEvent> at(Urn urn, Collection<Long> positions) {
        return database.sql(SELECT + "WHERE position = ANY (?) AND urn = ? ORDER BY position")
                .params(positions.toArray(Long[]::new), urn.value())
                .query(PostgresLedger::event)
                .list();
    }

    @Override
    public List<StoredEvent> ofSchool(Urn urn, long after, long until, int limit) {
        return database.sql(SELECT + "WHERE urn = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?")
                .params(urn.value(), after, until, limit)
                .query(PostgresLedger::event)
                .list();
    }

    @Override
    public List<StoredEvent> ofStream(String stream, long beforeSeq) {
        return database.sql(SELECT + "WHERE stream = ? AND seq < ? ORDER BY seq")
                .params(stream, beforeSeq)
                .query(PostgresLedger::event)
                .list();
    }

    /** A class's marks hold the numbers of its pupils in clear, one after the other: they are looked for in the payloads where these lie. */
    @Override
    public List<StoredEvent> ofPupil(Urn urn, PupilNumber pupil, long after, long until, int limit) {
        return database.sql(SELECT + "WHERE urn = ? AND position > ? AND position <= ?"
                        + " AND (stream = ? OR stream = ? OR position(? IN payload) > 0) ORDER BY position LIMIT ?")
                .params(
                        urn.value(),
                        after,
                        until,
                        urn + "/" + pupil,
                        AbsenceEvent.stream(urn, pupil),
                        pupil.value().getBytes(StandardCharsets.US_ASCII),
                        limit)
                .query(PostgresLedger::event)
                .list();
    }

    @Override
    public long lastBefore(Urn urn, Instant instant) {
        return database.sql(
                        "SELECT position FROM muster.event WHERE urn = ? AND recorded_at < ? ORDER BY position DESC LIMIT 1")
                .params(urn.value(), instant.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public List<StoredEvent> amendments(SchoolScope schools, long after, int limit) {
        String ofAmendments = SELECT + "WHERE type LIKE 'mark-amended%' AND position > ? ";
        return switch (schools) {
            case SchoolScope.Every() ->
                database.sql(ofAmendments + "ORDER BY position LIMIT ?")
                        .params(after, limit)
                        .query(PostgresLedger::event)
                        .list();
            case SchoolScope.Listed listed ->
                database.sql(ofAmendments + "AND urn = ANY (?) ORDER BY position LIMIT ?")
                        .params(after, listed.urns().stream().map(Urn::value).toArray(Integer[]::new), limit)
                        .query(PostgresLedger::event)
                        .list();
        };
    }

    @Override
    public Map<PupilNumber, StoredEvent> admissions(Urn urn, Collection<PupilNumber> pupils) {
        Map<PupilNumber, StoredEvent> admissions = new HashMap<>();
        database.sql(SELECT + "WHERE stream = ANY (?) AND seq = 0")
                .param(pupils.stream().map(pupil -> urn + "/" + pupil).toArray(String[]::new))
                .query(PostgresLedger::event)
                .list()
                .forEach(event -> admissions.put(
                        new PupilNumber(event.stream().substring(event.stream().indexOf('/') + 1)), event));
        return admissions;
    }

    @Override
    public Set<PupilNumber> numbersOf(PupilId pupil) {
        return database.sql("SELECT pupil FROM muster.roll_pupil WHERE pupil_id = ?")
                .param(pupil.value())
                .query((row, number) -> new PupilNumber(row.getString(1)))
                .set();
    }

    private static StoredEvent event(ResultSet row, int number) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                new Urn(row.getInt(3)),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getBytes(8),
                row.getBytes(9),
                row.getBytes(10),
                row.getBytes(11));
    }
}
