package uk.muster.simulator.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** The clock of a trial. */
public record TrialClock(MusterClient admin) {

    private static final int NOT_FOUND = 404;

    /** What it reads; empty when the instance runs on the machine's time. */
    public Optional<Instant> read() {
        try {
            return Optional.of(parse(admin.get("dev/clock", Map.of())));
        } catch (Refused refused) {
            if (refused.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Moves it on; when this returns, all that fell due on the way has come through. A moment that is over changes nothing. */
    public void advance(Instant to) {
        if (read().filter(now -> now.isBefore(to)).isPresent()) {
            admin.post("dev/clock", "{\"advanceTo\":\"" + to + "\"}", "application/json", Map.of());
        }
    }

    /** Returns when all that follows from what was sent has come through. */
    public void settle() {
        admin.post("dev/clock", "{}", "application/json", Map.of());
    }

    private static Instant parse(MusterClient.Answer answer) {
        return OffsetDateTime.parse(
                        Bodies.JSON.readTree(answer.body()).path("now").stringValue())
                .toInstant();
    }
}
