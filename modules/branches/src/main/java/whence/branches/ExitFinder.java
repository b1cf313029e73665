package whence.branches;

import java.util.HashMap;
import java.util.Map;
import whence.branches.run.Frames;
import whence.branches.scope.Headers;
import whence.branches.scope.TreeScope;
import whence.source.Function;
import whence.source.SourceTree;

/// Finds exits in one tree and keeps what it read of headers and callees for the next question. Not for several
/// threads at a time.
public final class ExitFinder {
    private static final int MOST_FILES = 16;

    private final SourceTree tree;
    private final Headers headers;
    private final Map<String, Frames> frames = new HashMap<>();

    public ExitFinder(SourceTree tree) {
        this.tree = tree;
        this.headers = new Headers(tree);
    }

    /// The exits of a function of this tree.
    public Exits exits(Function function) {
        return Exits.of(TreeScope.read(tree, function), frames(function.path()));
    }

    private Frames frames(String path) {
        Frames known = frames.get(path);
        if (known == null) {
            if (frames.size() >= MOST_FILES) {
                frames.clear();
            }
            known = new Frames(TreeScope.of(headers, path));
            frames.put(path, known);
        }
        return known;
    }
}
