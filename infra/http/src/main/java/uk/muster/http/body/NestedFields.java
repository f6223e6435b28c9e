package uk.muster.http.body;

import tools.jackson.databind.node.ObjectNode;

/** The fields of an object inside another, or of an item of a list there. */
final class NestedFields extends Fields {

    static final int NO_ITEM = -1;

    private final Fields parent;
    private final String name;
    private final int index;

    NestedFields(ObjectNode object, Fields parent, String name, int index) {
        super(object, parent.faults);
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    @Override
    public String pointer() {
        return index == NO_ITEM ? parent.pointer(name) : parent.pointer(name) + "/" + index;
    }
}
