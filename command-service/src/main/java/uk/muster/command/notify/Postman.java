package uk.muster.command.notify;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.muster.command.notify.Mailer.Handover;
import uk.muster.kernel.event.FollowUpEvent.Delivery;

/**
 * Sends what waits in the outbox, each message at most once. That a message is being sent is committed before a byte of it leaves, so whoever
 * comes after a crash finds it so and knows that it may have arrived. Used by one thread; several postmen may work on one outbox.
 */
public final class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Outbox outbox;
    private final LetterWriter writer;
    private final Optional<Mailer> mailer;
    private final Settlement settlement;

    /** An attempt whose end is not in the outbox yet: which one, and how it ended as far as is known. */
    private @Nullable Attempt open;

    private record Attempt(UUID claim, Handover end) {}

    /** @param mailer none where there is no way out: what waits goes on waiting */
    public Postman(Outbox outbox, LetterWriter writer, Optional<Mailer> mailer, Settlement settlement) {
        this.outbox = outbox;
        this.writer = writer;
        this.mailer = mailer;
        this.settlement = settlement;
    }

    /** Whether there is a way out. */
    boolean canSend() {
        return mailer.isPresent();
    }

    /**
     * Tries one message that is due. Where PostgreSQL fails this throws, and no other message is tried before the end of this one is noted.
     *
     * @return whether there was one
     */
    boolean sendNext() {
        finish();
        return mailer.isPresent() && sendNext(mailer.get());
    }

    private boolean sendNext(Mailer way) {
        UUID claim = UUID.randomUUID();
        // Should the answer to the claim be lost, the message was claimed perhaps and sent certainly not.
        open = new Attempt(claim, Handover.NOT_NOW);
        Optional<Notice> notice = outbox.take(claim);
        if (notice.isEmpty()) {
            open = null;
            return false;
        }
        Optional<Letter> letter;
        try {
            letter = writer.write(notice.get());
        } catch (RuntimeException e) {
            LOG.warn(
                    "Message {} can't be written now and is tried again.",
                    notice.get().id());
            LOG.debug("It can't be written.", e);
            finish();
            return true;
        }
        if (letter.isEmpty()) {
            LOG.warn(
                    "Message {} is not sent: its address was erased.",
                    notice.get().id());
            open = new Attempt(claim, Handover.REFUSED);
        } else {
            open = new Attempt(claim, Handover.UNKNOWN);
            open = new Attempt(claim, handOver(way, letter.get()));
        }
        finish();
        return true;
    }

    private static Handover handOver(Mailer way, Letter letter) {
        try {
            return way.send(letter);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Message {} may have been sent: {}.",
                    letter.id(),
                    e.getClass().getName());
            return Handover.UNKNOWN;
        }
    }

    /** Notes the end of the last attempt, where that is still to be done. */
    void finish() {
        Attempt attempt = open;
        if (attempt == null) {
            return;
        }
        switch (attempt.end()) {
            case TAKEN -> outbox.settle(attempt.claim(), Delivery.SENT);
            case REFUSED -> outbox.settle(attempt.claim(), Delivery.FAILED);
            case UNKNOWN -> outbox.settle(attempt.claim(), Delivery.UNCERTAIN);
            case NOT_NOW -> outbox.putBack(attempt.claim());
        }
        open = null;
    }

    /** Gives up what a postman before this one was at when he was stopped. Only for one who knows that no other is at work. */
    void takeOver() {
        finish();
        int lost = outbox.giveUpAttempts();
        if (lost > 0) {
            LOG.warn("{} messages may or may not have arrived: the service ended while it sent them.", lost);
        }
    }

    /**
     * Has the ledger record the outcomes that it may not know.
     *
     * @return how many could not be recorded and are tried again
     */
    int report() {
        int left = 0;
        for (Outbox.Outcome outcome : outbox.unrecorded()) {
            try {
                settlement.settled(outcome.urn(), outcome.pupil(), outcome.id(), outcome.delivery(), outcome.at());
            } catch (RuntimeException e) {
                LOG.debug("The outcome of message {} is not recorded yet.", outcome.id(), e);
                left++;
                continue;
            }
            outbox.recorded(outcome.id());
        }
        return left;
    }
}
