package uk.muster.query.console.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.ingest.Progress;
import uk.muster.query.store.Place;

/**
 * Says over a connection that stays open when a school's board changed. A board also changes with the time, so it is looked at every few seconds
 * though nothing was recorded; once a second at most for all who watch a school. It costs a virtual thread for each of them.
 */
final class Changes implements SmartLifecycle {

    private static final Duration LOOKED_AT = Duration.ofSeconds(5);
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final BoardReader board;
    private final Progress progress;
    private final Cache<Urn, Object> states =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();
    private volatile boolean running;

    Changes(BoardReader board, Progress progress) {
        this.board = board;
        this.progress = progress;
    }

    /** Returns after some minutes, when the reader has gone, or when the service stops. */
    void tell(Urn urn, PrintWriter out) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        Object known = state(urn);
        send("beat", out);
        while (running && System.nanoTime() < end) {
            Map<Integer, Long> places = places();
            progress.await(() -> !running || !places.equals(places()), LOOKED_AT);
            Object now = state(urn);
            send(now.equals(known) ? "beat" : "changed", out);
            known = now;
        }
    }

    private Object state(Urn urn) {
        return states.get(urn, board::state);
    }

    private Map<Integer, Long> places() {
        return progress.places().stream().collect(Collectors.toMap(Place::partition, Place::last));
    }

    private static void send(String event, PrintWriter out) throws IOException {
        out.write("event: " + event + "\ndata:\n\n");
        if (out.checkError()) {
            throw new IOException("The reader has gone.");
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Streams end within seconds, so that a service that stops need not wait for their readers. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
