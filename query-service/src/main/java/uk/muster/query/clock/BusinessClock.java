package uk.muster.query.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The machine's time, or that of a trial if one was ever begun on this data. A trial's clock is moved by command-service and lies in table
 * {@code business_clock}, read at each use, so that both services tell the same time: it showed {@code business_time} when the machine's
 * showed {@code machine_time}, and runs on from there. Only that there is none is remembered for a while.
 */
public final class BusinessClock implements InstantSource {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final InstantSource machine;
    private final @Nullable Instant start;
    private volatile Instant noTrialUntil = Instant.MIN;

    /** @param start what to show of a trial that is about to begin; null where none is */
    public BusinessClock(JdbcClient database, InstantSource machine, @Nullable Instant start) {
        this.database = database;
        this.machine = machine;
        this.start = start;
    }

    /** @throws org.springframework.dao.DataAccessException when the database does not answer */
    @Override
    public Instant instant() {
        Instant now = machine.instant();
        if (now.isBefore(noTrialUntil)) {
            return now;
        }
        List<Instant> trial = database.sql("SELECT business_time, machine_time FROM muster.business_clock")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class)
                        .toInstant()
                        .plus(Duration.between(
                                row.getObject(2, OffsetDateTime.class).toInstant(), now)))
                .list();
        if (!trial.isEmpty()) {
            return trial.getFirst();
        }
        if (start != null) {
            return start;
        }
        noTrialUntil = now.plus(REMEMBERED);
        return now;
    }
}
