package uk.muster.command.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.MusterEvent;

/** The outcome of a command. */
public sealed interface Decision {

    /**
     * The command stands.
     *
     * @param events what to record; none when it was recorded already
     * @param occurredAt business time of the events; null for now
     * @param policy {@code id@version#hash} of the profile whose rules decided, or null where none did
     */
    record Accepted(
            List<? extends MusterEvent> events,
            Answer answer,
            @Nullable Instant occurredAt,
            @Nullable String policy) implements Decision {

        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused and nothing is recorded. */
    record Refused(Problem problem) implements Decision {}

    static Decision accept(List<? extends MusterEvent> events, Answer answer) {
        return new Accepted(events, answer, null, null);
    }

    static Decision accept(List<? extends MusterEvent> events, Answer answer, Instant occurredAt, String policy) {
        return new Accepted(events, answer, occurredAt, policy);
    }

    static Decision refuse(Problem problem) {
        return new Refused(problem);
    }
}
