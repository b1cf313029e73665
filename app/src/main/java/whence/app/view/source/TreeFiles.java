package whence.app.view.source;

import java.util.List;

/// The files of one source tree, in order.
record TreeFiles(String tree, List<String> names) {
    static final TreeFiles NONE = new TreeFiles("", List.of());
    /// As many as somebody may look through in a list.
    private static final int SHORT = 500;

    boolean isShort() {
        return names.size() <= SHORT;
    }

    boolean has(String file) {
        return names.contains(file);
    }
}
