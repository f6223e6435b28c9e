package uk.muster.query.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The business clock of a trial, which command-service moves: table {@code business_clock}, read at each use, so that both services tell the same
 * time. It showed {@code business_time} when the machine's clock showed {@code machine_time}, and runs on from there. Until the first row
 * is written it shows the time at which the trial is to begin.
 */
public final class TrialClock implements InstantSource {

    private final JdbcClient database;
    private final InstantSource machine;
    private final Instant start;

    public TrialClock(JdbcClient database, InstantSource machine, Instant start) {
        this.database = database;
        this.machine = machine;
        this.start = start;
    }

    /** @throws org.springframework.dao.DataAccessException when the database does not answer */
    @Override
    public Instant instant() {
        List<Instant> now = database.sql("SELECT business_time, machine_time FROM muster.business_clock")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class)
                        .toInstant()
                        .plus(Duration.between(
                                row.getObject(2, OffsetDateTime.class).toInstant(), machine.instant())))
                .list();
        return now.isEmpty() ? start : now.getFirst();
    }
}
