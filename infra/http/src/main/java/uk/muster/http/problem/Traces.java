package uk.muster.http.problem;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stack traces for the log: types and frames, but no messages, which can hold a child's details. */
final class Traces {

    private Traces() {}

    static String withoutMessages(Throwable fault) {
        StringBuilder trace = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (@Nullable Throwable each = fault; each != null && seen.add(each); each = each.getCause()) {
            trace.append(trace.isEmpty() ? "" : "\nCaused by: ")
                    .append(each.getClass().getName());
            for (StackTraceElement frame : each.getStackTrace()) {
                trace.append("\n\tat ").append(frame);
            }
        }
        return trace.toString();
    }
}
