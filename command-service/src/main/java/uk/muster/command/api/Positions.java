package uk.muster.command.api;

import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.http.convention.MusterPosition;
import uk.muster.http.convention.Partition;
import uk.muster.kernel.identity.Urn;

/** Positions of the ledger as callers are told them: with the partition in which the school's events travel. */
public final class Positions {

    private final JdbcClient database;
    private final int partitions;

    public Positions(JdbcClient database, int partitions) {
        this.database = database;
        this.partitions = partitions;
    }

    MusterPosition of(Urn urn, long position) {
        return MusterPosition.of(Partition.of(urn, partitions), position);
    }

    /** Where the school's last event is: whoever awaits it sees all that a repeated command found recorded. */
    MusterPosition lastOf(Urn urn) {
        return of(
                urn,
                database.sql("SELECT max(position) FROM muster.event WHERE urn = ?")
                        .param(urn.value())
                        .query(Long.class)
                        .single());
    }
}
