package whence.source.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whence.source.scan.Alternatives.State;

/// Functions whose heads stand in different branches of an `#if` and share one body, or its end.
final class SharedBodies {
    private static final int MOST_HEADS = 32;

    private final List<State> heads = new ArrayList<>();
    private final Map<Integer, List<Integer>> siblings = new HashMap<>();

    /// A branch other than the first ended in the middle of a declaration: it may be the head of a body that follows
    /// behind the `#endif`.
    void head(State state) {
        if (heads.size() < MOST_HEADS) {
            heads.add(state);
        }
    }

    /// The heads that other branches gave to the declaration at hand.
    List<State> heads() {
        return heads;
    }

    void endDeclaration() {
        heads.clear();
    }

    /// A function ends where another one does, whose end is still to come.
    void body(int sibling, int function) {
        siblings.computeIfAbsent(function, any -> new ArrayList<>()).add(sibling);
    }

    /// The functions that end with this one.
    List<Integer> closed(int function) {
        List<Integer> ended = siblings.remove(function);
        return ended == null ? List.of() : ended;
    }
}
