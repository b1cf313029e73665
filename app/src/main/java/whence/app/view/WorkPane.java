package whence.app.view;

import java.util.function.Consumer;
import javafx.scene.Node;
import whence.app.model.Origin;

/// A pane as the window arranges it.
///
/// @param id what it signs its moves of the focus with
/// @param body its whole content
/// @param first what gets the keyboard when the pane does
/// @param inSight hears whether its tab is the one that is shown
public record WorkPane(Origin id, String title, Node body, Node first, Consumer<Boolean> inSight) {
    /// A pane that does not care whether it is seen.
    public WorkPane(Origin id, String title, Node body, Node first) {
        this(id, title, body, first, is -> {});
    }
}
