package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commits gather for readers, but neither after a pause nor while somebody waits for what follows from them. */
@Timeout(60)
class CommitSignalTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final CommitSignal commits = new CommitSignal();

    @Test
    void whatCameAfterAPauseIsTakenAtOnce() throws InterruptedException {
        commits.gather(System.nanoTime() - LONG.toNanos(), LONG);
    }

    @Test
    void whatIsAwaitedIsNotLetGather() throws InterruptedException {
        try (CommitSignal.Hurry _ = commits.hurry()) {
            commits.gather(System.nanoTime(), LONG);
        }
    }

    @Test
    void whoLetsThemGatherIsToldThatTheyAreAwaited() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                commits.gather(System.nanoTime(), LONG);
                taken.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (CommitSignal.Hurry _ = commits.hurry()) {
            assertThat(taken.await(30, TimeUnit.SECONDS)).isTrue();
        }
        reader.join();
    }

    @Test
    void whenNobodyHurriesAnyMoreTheyGatherAgain() throws InterruptedException {
        commits.hurry().close();
        Duration most = Duration.ofMillis(20);
        long last = System.nanoTime();
        commits.gather(last, most);
        assertThat(System.nanoTime() - last).isGreaterThanOrEqualTo(most.toNanos());
    }
}
