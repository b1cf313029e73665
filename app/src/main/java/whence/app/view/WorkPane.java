package whence.app.view;

import javafx.scene.Node;
import whence.app.model.Origin;

/// A pane as the window arranges it.
///
/// @param id what it signs its moves of the focus with
/// @param body its whole content
/// @param first what gets the keyboard when the pane does
public record WorkPane(Origin id, String title, Node body, Node first) {}
