package uk.muster.command.notify;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that is ready to go.
 *
 * @param id of the notice; the same whenever it is tried
 * @param to an e-mail address as the school wrote it
 * @param subject one line
 * @param text plain, in lines
 * @param writtenAt business time
 */
public record Letter(UUID id, String to, String subject, String text, Instant writtenAt) {

    /** Shows no address. */
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
