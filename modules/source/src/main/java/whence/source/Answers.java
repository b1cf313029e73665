package whence.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.evidence.Loss;
import whence.source.index.Image;
import whence.source.logs.line.LineMatcher;
import whence.source.opening.TreeIndex;

/// What answers questions about a tree: its image, and what is made of it. Thrown away as a whole when the image turns
/// out to be damaged.
final class Answers {
    final Image image;
    final Definitions definitions;
    final LineMatcher matcher;
    private final TreeIndex index;
    private @Nullable Callers callers;

    Answers(SourceTree tree, TreeIndex index) {
        this.index = index;
        this.image = index.image();
        this.definitions = new Definitions(tree, image);
        this.matcher = new LineMatcher(image, definitions::function);
    }

    synchronized Callers callers() {
        Callers made = callers;
        if (made == null) {
            made = new Callers(image, definitions);
            callers = made;
        }
        return made;
    }

    /// What could not be read when a kept image was made.
    List<Loss> losses() {
        return index.losses();
    }

    void close() {
        index.close();
    }
}
