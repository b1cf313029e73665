package whence.app.model;

import java.io.IOException;

/// The indexes of source trees that are kept on disk, so that a tree is gone through once only. Off the JavaFX thread.
public interface Indexes {
    /// What is kept, when it was asked.
    ///
    /// @param place the folder
    /// @param trees how many trees have an index there
    record Kept(String place, int trees, long bytes) {}

    Kept kept();

    /// Removes all of them. Trees that are open stay readable, and are indexed anew when they are next opened.
    void empty() throws IOException;
}
