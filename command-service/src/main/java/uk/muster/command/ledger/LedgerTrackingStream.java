package uk.muster.command.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** The ledger's events after a position, read page by page, and then as they are committed. Used by one thread at a time. */
final class LedgerTrackingStream implements TrackingEventStream {

    private static final int PAGE = 500;

    private final LedgerTail tail;
    private final CommitSignal commits;
    private final Set<Runnable> waiting;
    private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>(PAGE);
    private long position;
    private @Nullable Runnable callback;

    /**
     * @param waiting who is to be called on commit
     * @param position after which the stream begins
     */
    LedgerTrackingStream(LedgerTail tail, CommitSignal commits, Set<Runnable> waiting, long position) {
        this.tail = tail;
        this.commits = commits;
        this.waiting = waiting;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        turnPage();
        return Optional.ofNullable(page.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (peek().isEmpty() && timeout > 0) {
            commits.awaitBeyond(position, timeout, unit);
        }
        return peek().isPresent();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (peek().isEmpty()) {
            commits.awaitBeyond(position, 1, TimeUnit.SECONDS);
        }
        return page.remove();
    }

    /** Called on commits, from another thread, and once in a while without one. */
    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        forget();
        callback = onAvailable;
        waiting.add(onAvailable);
        return true;
    }

    @Override
    public void close() {
        forget();
        page.clear();
    }

    /**
     * Reads on only when something is known to be there, so that a processor which has caught up costs no queries, and only what was announced, so that
     * whoever handles an event finds memory that has followed it.
     */
    private void turnPage() {
        long known = commits.head() - position;
        if (page.isEmpty() && known > 0) {
            page.addAll(tail.messagesAfter(position, (int) Math.min(PAGE, known)));
            position = page.isEmpty()
                    ? position
                    : Messages.positionOf(page.getLast().trackingToken());
        }
    }

    private void forget() {
        if (callback != null) {
            waiting.remove(callback);
            callback = null;
        }
    }
}
