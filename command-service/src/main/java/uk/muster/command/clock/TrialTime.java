package uk.muster.command.clock;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a trial's clock is kept: the table {@code business_clock}, which query-service reads too. */
public final class TrialTime {

    private final JdbcClient database;

    public TrialTime(JdbcClient database) {
        this.database = database;
    }

    /** How far business time is ahead of the machine's; empty when there never was a trial. */
    Optional<Duration> offset() {
        return database.sql("SELECT business_time, machine_time FROM muster.business_clock")
                .query((row, i) -> Duration.between(
                        row.getTimestamp("machine_time").toInstant(),
                        row.getTimestamp("business_time").toInstant()))
                .optional();
    }

    void store(Duration offset, Instant machineTime) {
        database.sql("""
                        INSERT INTO muster.business_clock (business_time, machine_time) VALUES (?, ?)
                        ON CONFLICT (only_row) DO UPDATE
                        SET business_time = excluded.business_time, machine_time = excluded.machine_time
                        """)
                .param(Timestamp.from(machineTime.plus(offset)))
                .param(Timestamp.from(machineTime))
                .update();
    }
}
