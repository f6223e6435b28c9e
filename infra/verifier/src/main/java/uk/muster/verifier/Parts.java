package uk.muster.verifier;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import uk.muster.verifier.json.Json;

/** The values of an object that has just the names it should have, in whatever order. */
final class Parts {

    private final List<String> labels;
    private final byte[][] names;
    private final int[] values;

    Parts(String... names) {
        this.labels = List.of(names);
        this.names = Stream.of(names).map(Bytes::ascii).toArray(byte[][]::new);
        this.values = new int[names.length];
    }

    /** Takes the values of an object. */
    void read(Json json, int object) throws Fault {
        if (json.kind(object) != Json.Kind.OBJECT) {
            throw new Fault("it is no JSON object");
        }
        Arrays.fill(values, Json.NONE);
        int likely = 0;
        for (int name = object + 1; name < json.after(object); name = json.after(name + 1)) {
            int part = find(json, name, likely);
            values[part] = name + 1;
            likely = part + 1;
        }
        for (int part = 0; part < names.length; part++) {
            if (values[part] == Json.NONE) {
                throw new Fault("it lacks " + labels.get(part));
            }
        }
    }

    private int find(Json json, int name, int likely) throws Fault {
        if (likely < names.length && json.says(name, names[likely])) {
            return likely;
        }
        for (int part = 0; part < names.length; part++) {
            if (json.says(name, names[part])) {
                return part;
            }
        }
        throw new Fault("it shows something that no hash covers");
    }

    /** The value of the name at a place of the constructor's list. */
    int get(int part) {
        return values[part];
    }
}
