package uk.muster.command.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Answers many small questions with few large ones: what is asked while a batch is being looked up is gathered into the next. There is no
 * waiting for company; a lone question is asked at once.
 *
 * @param <K> the question, compared by value
 * @param <V> the answer
 */
public final class Batcher<K, V> implements AutoCloseable {

    private record Question<K, V>(K key, CompletableFuture<V> answer) {}

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Function<Set<K>, Map<K, V>> lookUp;
    private final Function<K, V> absent;
    private final int most;
    private final BlockingQueue<Question<K, V>> questions;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    /**
     * @param name of the threads
     * @param threads batches looked up at the same time, each with whatever the look-up needs (a connection)
     * @param most questions in one batch
     * @param lookUp answers a set of questions; what it leaves out is {@code absent}
     * @param absent the answer to a question that the look-up left out
     */
    public Batcher(String name, int threads, int most, Function<Set<K>, Map<K, V>> lookUp, Function<K, V> absent) {
        this.lookUp = lookUp;
        this.absent = absent;
        this.most = most;
        this.questions = new ArrayBlockingQueue<>(Math.max(1, most) * 32);
        for (int i = 1; i <= threads; i++) {
            this.threads.add(Thread.ofPlatform().daemon().name(name + "-" + i).start(this::answerUntilClosed));
        }
    }

    /**
     * Asks. The answer comes from a look-up that began after this call; it fails as that look-up fails.
     *
     * @throws LedgerAwayException when there are too many open questions, or after {@link #close()}
     */
    public CompletableFuture<V> ask(K key) {
        Question<K, V> question = new Question<>(key, new CompletableFuture<>());
        try {
            if (closed || !questions.offer(question, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LedgerAwayException("The ledger is read by too many at the moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerAwayException("Interrupted while asking the ledger.", e);
        }
        if (closed) {
            refuseWaiting();
        }
        return question.answer();
    }

    /**
     * Asks and waits for the answer.
     *
     * @throws LedgerAwayException as {@link #ask}; else what the look-up threw
     */
    public V answer(K key) {
        return Answers.await(ask(key));
    }

    private void answerUntilClosed() {
        List<Question<K, V>> batch = new ArrayList<>(most);
        try {
            while (!closed) {
                batch.add(questions.take());
                questions.drainTo(batch, most - 1);
                answer(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseWaiting();
    }

    private void refuseWaiting() {
        List<Question<K, V>> waiting = new ArrayList<>();
        questions.drainTo(waiting);
        waiting.forEach(question ->
                question.answer().completeExceptionally(new LedgerAwayException("The ledger is being closed.")));
    }

    private void answer(List<Question<K, V>> batch) {
        Set<K> keys = new LinkedHashSet<>();
        batch.forEach(question -> keys.add(question.key()));
        Map<K, V> found;
        try {
            found = new HashMap<>(lookUp.apply(keys));
        } catch (RuntimeException | Error e) {
            batch.forEach(question -> question.answer().completeExceptionally(e));
            return;
        }
        for (Question<K, V> question : batch) {
            question.answer().complete(found.computeIfAbsent(question.key(), absent));
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }
}
