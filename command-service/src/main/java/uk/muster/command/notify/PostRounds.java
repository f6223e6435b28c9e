package uk.muster.command.notify;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Sends the postman round whenever a message is put in, and every few seconds besides, as long as this instance is the one that writes the ledger.
 * Neither a database nor a mail server that is away ends that.
 */
public final class PostRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostRounds.class);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** How long a message that is on its way is waited for at the end; one that takes longer is uncertain. */
    private static final Duration LAST_MESSAGE = Duration.ofSeconds(15);

    private final Outbox outbox;
    private final Postman postman;
    private final BooleanSupplier active;
    private final Thread thread = Thread.ofPlatform().name("post").daemon().unstarted(this::run);

    private boolean onDuty;
    private String lastSaid = "";
    private volatile boolean closed;

    /** @param active whether this instance, and so no other, is at work */
    public PostRounds(Outbox outbox, Postman postman, BooleanSupplier active) {
        this.outbox = outbox;
        this.postman = postman;
        this.active = active;
    }

    public void start() {
        if (!postman.canSend()) {
            LOG.info("No mail host is set: messages to people outside the school wait.");
        }
        thread.start();
    }

    /**
     * Whether nothing can be done now: no message is being sent or is due, and no outcome waits to be recorded. What waits for a later instant, or
     * for want of a mail host, counts as done. If something is to be done, it is begun.
     */
    public boolean isIdle() {
        try {
            boolean work = outbox.hasWork(postman.canSend());
            if (work) {
                outbox.ring();
            }
            return !work;
        } catch (DataAccessException e) {
            LOG.debug("Whether a message is due can't be told.", e);
            return false;
        }
    }

    /** Lets the message that is on its way arrive, and begins no other. */
    @Override
    public void close() {
        closed = true;
        outbox.ring();
        try {
            thread.join(LAST_MESSAGE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                long heard = outbox.rings();
                round();
                if (!closed) {
                    outbox.awaitRing(heard, PAUSE);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The post was told to stop.", e);
        }
    }

    private void round() {
        try {
            postman.finish();
            if (!active.getAsBoolean()) {
                onDuty = false;
                return;
            }
            if (!onDuty) {
                postman.takeOver();
                onDuty = true;
            }
            while (goesOn() && postman.sendNext()) {
                LOG.debug("A message was tried.");
            }
            if (goesOn()) {
                int left = postman.report();
                say(left == 0 ? "" : "What became of " + left + " messages is not in the ledger yet.");
            }
        } catch (RuntimeException e) {
            say("Messages to people outside the school wait: " + e.getClass().getName() + ".");
            LOG.debug("A round was broken off.", e);
        }
    }

    private boolean goesOn() {
        return !closed && active.getAsBoolean();
    }

    /** Says what is amiss, once. */
    private void say(String sentence) {
        if (!sentence.equals(lastSaid)) {
            lastSaid = sentence;
            if (!sentence.isEmpty()) {
                LOG.warn(sentence);
            }
        }
    }
}
