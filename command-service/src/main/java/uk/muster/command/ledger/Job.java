package uk.muster.command.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import uk.muster.kernel.event.StoredEvent;

/**
 * An append that waits for the writer.
 *
 * @param since {@link System#nanoTime()} when it was handed in
 */
record Job(Append append, CompletableFuture<List<StoredEvent>> answer, long since) {

    static Job of(Append append) {
        return new Job(append, new CompletableFuture<>(), System.nanoTime());
    }

    boolean isOlderThan(Duration age) {
        return System.nanoTime() - since > age.toNanos();
    }

    void refuse(RuntimeException why) {
        answer.completeExceptionally(why);
    }
}
