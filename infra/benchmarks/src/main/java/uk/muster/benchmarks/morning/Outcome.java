package uk.muster.benchmarks.morning;

import org.jspecify.annotations.Nullable;
import uk.muster.benchmarks.load.Response;

/** How many requests of a pass were accepted, and what the first refusal said. */
final class Outcome {

    private long accepted;
    private long refused;
    private @Nullable String firstRefusal;

    void count(String request, Response response) {
        if (response.status() == 200 || response.status() == 201) {
            accepted++;
            return;
        }
        refused++;
        if (firstRefusal == null) {
            firstRefusal = request + " was answered " + response.status() + ": " + response.text();
        }
    }

    long accepted() {
        return accepted;
    }

    long refused() {
        return refused;
    }

    /** @throws IllegalStateException with the first refusal, if there was one */
    void requireNoRefusal() {
        if (firstRefusal != null) {
            throw new IllegalStateException(refused + " requests were refused; the first: " + firstRefusal);
        }
    }
}
