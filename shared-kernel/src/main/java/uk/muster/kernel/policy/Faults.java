package uk.muster.kernel.policy;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults below one place of a JSON document. */
final class Faults {

    private final String pointer;
    private final List<PolicyFault> found;

    Faults(String pointer) {
        this(pointer, new ArrayList<>());
    }

    private Faults(String pointer, List<PolicyFault> found) {
        this.pointer = pointer;
        this.found = found;
    }

    /** The same collection, one field or element deeper. */
    Faults at(String name) {
        return new Faults(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), found);
    }

    /** The same collection at a knob's path ({@code sessions.pm.start}). */
    Faults atPath(String path) {
        return new Faults(pointer + "/" + path.replace('.', '/'), found);
    }

    void wrongType(String message) {
        found.add(new PolicyFault(pointer, message, true));
    }

    void add(String message) {
        found.add(new PolicyFault(pointer, message, false));
    }

    List<PolicyFault> found() {
        return List.copyOf(found);
    }
}
