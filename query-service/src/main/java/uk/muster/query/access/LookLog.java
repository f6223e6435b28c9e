package uk.muster.query.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.Urn;

/**
 * Records who looked, before they see. One thread writes what has come meanwhile in one transaction, so that many who look at once wait for one flush
 * of the disk. An answer that is not on record is not given: while the store is away it is 503.
 *
 * <p>What is recorded may not have been shown: the connection may end between the two. What was shown is recorded.
 */
public final class LookLog implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LookLog.class);
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_WAITING = 10_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration LOOK_AROUND = Duration.ofMillis(100);

    private final LookStore store;
    private final InstantSource clock;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Cache<SystemsDay, Boolean> systems =
            Caffeine.newBuilder().maximumSize(100_000).build();
    private volatile boolean stopping;
    private volatile boolean away;
    private @Nullable Thread writer;

    public LookLog(LookStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Waiting(Draft draft, CompletableFuture<Boolean> durable) {}

    /** A system that reads a school's registers on a day. */
    private record SystemsDay(String subject, Urn urn, LocalDate day) {}

    /**
     * Records a look, and returns once the record is durable. Of a system that posts registers it is recorded once a day that it reads a school's.
     *
     * @throws ProblemException 503 when it could not be recorded
     */
    public void record(Looker looker, Look look) {
        if (looker.isSystem()) {
            SystemsDay day = new SystemsDay(looker.subject(), look.urn(), London.dateOf(clock.instant()));
            if (systems.getIfPresent(day) == null) {
                append(Draft.of(looker, Look.ofSchool(Kind.REGISTERS, look.urn())));
                systems.put(day, true);
            }
        } else {
            append(Draft.of(looker, look));
        }
    }

    private void append(Draft draft) {
        Waiting mine = new Waiting(draft, new CompletableFuture<>());
        if (stopping || !waiting.offer(mine)) {
            throw notRecorded();
        }
        try {
            mine.durable().get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            throw notRecorded();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw notRecorded();
        }
    }

    private static ProblemException notRecorded() {
        return Problem.away("Who looks at this must be recorded, and the log is away.", RETRY)
                .asException();
    }

    @Override
    public void start() {
        writer = Thread.ofPlatform().name("who-looked").start(this::write);
    }

    private void write() {
        List<Waiting> group = new ArrayList<>();
        while (!stopping || !waiting.isEmpty()) {
            try {
                Waiting first = waiting.poll(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    waiting.drainTo(group, MOST_AT_ONCE - 1);
                    write(group);
                    group.clear();
                }
            } catch (InterruptedException _) {
                stopping = true;
            }
        }
    }

    private void write(List<Waiting> group) {
        try {
            store.append(group.stream().map(Waiting::draft).toList(), clock.instant());
            group.forEach(each -> each.durable().complete(true));
            if (away) {
                away = false;
                LOG.info("Who looked is recorded again.");
            }
        } catch (RuntimeException e) {
            group.forEach(each -> each.durable().completeExceptionally(e));
            if (!away) {
                away = true;
                LOG.warn(
                        "Who looked can't be recorded for now, so that what must be is not shown: {}",
                        e.getClass().getSimpleName());
                LOG.debug("The trouble in full", e);
            }
        }
    }

    @Override
    public void stop() {
        stopping = true;
        try {
            if (writer != null) {
                writer.join(LONGEST_WAIT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null && writer.isAlive();
    }
}
