package uk.muster.benchmarks.load;

import org.jspecify.annotations.Nullable;

/** How many requests of a pass were accepted, and what the first refusal said. */
public final class Outcome {

    private long accepted;
    private long refused;
    private @Nullable String firstRefusal;

    public void count(String request, Response response) {
        if (response.status() == 200 || response.status() == 201) {
            accepted++;
            return;
        }
        refused++;
        if (firstRefusal == null) {
            firstRefusal = request + " was answered " + response.status() + ": " + response.text();
        }
    }

    public long accepted() {
        return accepted;
    }

    public long refused() {
        return refused;
    }

    /** @throws IllegalStateException with the first refusal, if there was one */
    public void requireNoRefusal() {
        if (firstRefusal != null) {
            throw new IllegalStateException(refused + " requests were refused; the first: " + firstRefusal);
        }
    }
}
