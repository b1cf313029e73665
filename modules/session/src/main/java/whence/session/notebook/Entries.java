package whence.session.notebook;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The words of a notebook's log as they stand in `session.json`.
final class Entries {
    static final String OP = "op";
    static final String ID = "id";
    static final String TEXT = "text";

    static final String KEEP = "keep";
    static final String DROP = "drop";
    static final String REFUTE = "refute";
    static final String UPHOLD = "uphold";
    static final String ASSUME = "assume";
    static final String RETRACT = "retract";
    static final String CHOOSE = "choose";
    static final String RELEASE = "release";
    static final String UNDO = "undo";
    static final String REDO = "redo";

    private Entries() {}

    static ObjectNode of(String op) {
        return JsonNodeFactory.instance.objectNode().put(OP, op);
    }
}
