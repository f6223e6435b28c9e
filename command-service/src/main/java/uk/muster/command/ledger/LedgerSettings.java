package uk.muster.command.ledger;

import java.time.Duration;

/**
 * How the writer behaves.
 *
 * @param groupSize most appends in one transaction, at least 1
 * @param queueCapacity appends that may wait for the writer, at least 1; beyond that callers are refused
 * @param patience how long an append waits for a database that is away, or for room in the queue, before it is refused
 * @param gather how long the writer lets appends gather while they come in numbers: fewer and larger groups cost far less. An append that comes alone
 *     never waits
 * @param heartbeat how often the lock is tried while another instance holds it, and the connection is checked while nothing happens
 */
public record LedgerSettings(int groupSize, int queueCapacity, Duration patience, Duration gather, Duration heartbeat) {

    public static final LedgerSettings DEFAULT =
            new LedgerSettings(500, 20_000, Duration.ofSeconds(3), Duration.ofMillis(5), Duration.ofMillis(500));

    public LedgerSettings {
        if (groupSize < 1 || queueCapacity < 1) {
            throw new IllegalArgumentException("Group size and queue capacity are at least 1.");
        }
    }
}
