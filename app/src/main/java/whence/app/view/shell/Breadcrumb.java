package whence.app.view.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import whence.app.model.Desk;
import whence.app.model.Focus;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.view.Parts;
import whence.evidence.Ref;
import whence.evidence.Span;

/// Where the focus is, from the outside in; each part is a way back to it.
final class Breadcrumb extends HBox {
    private final Desk desk;

    Breadcrumb(Desk desk) {
        this.desk = desk;
        setSpacing(4);
        setStyle("-fx-alignment: center-right;");
        desk.lookedProperty().subscribe(this::show);
    }

    private void show(Looked looked) {
        List<Hyperlink> parts = new ArrayList<>();
        int step = looked.focus().step();
        var trail = desk.trailProperty().get();
        if (trail != null && step >= 0 && step < trail.steps().size()) {
            parts.add(link(
                    "step " + (step + 1) + " of " + trail.steps().size(), () -> desk.lookAtStep(step, Origin.HISTORY)));
        }
        Ref.Event event = looked.place().event();
        if (event != null) {
            parts.add(link(event.artifact() + " #" + event.ordinal(), () -> desk.look(event, Origin.HISTORY)));
        }
        Span span = looked.place().span();
        if (span != null && event == null) {
            parts.add(link(span.toString(), () -> desk.look(Focus.on(span, step), Origin.HISTORY)));
        }
        Ref.Symbol symbol = looked.place().symbol();
        if (symbol != null) {
            parts.add(link(symbol.name(), () -> desk.look(symbol, Origin.HISTORY)));
        }
        Ref.Source source = looked.place().source();
        if (source != null) {
            parts.add(link(
                    source.tree() + " › " + source.file() + ":" + source.line(),
                    () -> desk.look(source, Origin.HISTORY)));
        }
        getChildren().clear();
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                getChildren().add(Parts.label("›", "quiet"));
            }
            getChildren().add(parts.get(i));
        }
    }

    private static Hyperlink link(String text, Runnable go) {
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add("evidence-link");
        link.setFocusTraversable(false);
        link.setOnAction(e -> {
            link.setVisited(false);
            go.run();
        });
        return link;
    }
}
