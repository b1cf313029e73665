package whence.app.view.bytes;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.rows.RowColumn;
import whence.app.rows.RowSource;
import whence.app.rows.RowView;
import whence.app.view.Parts;
import whence.app.view.WorkPane;
import whence.evidence.Span;

/// The bytes that evidence points at, as lines or in hexadecimal, marked where they stand in their artifact.
public final class BytesPane {
    private final Desk desk;
    private final ComboBox<String> artifacts = new ComboBox<>();
    private final CheckBox hex = new CheckBox("hex");
    private final Label where = Parts.label("", "quiet");
    private final RowView rows = new RowView("bytes", List.of(RowColumn.quiet("line", 9), RowColumn.rest("content")));
    private @Nullable Span shown;
    private boolean following;

    public BytesPane(Desk desk) {
        this.desk = desk;
        artifacts.setPromptText("artifact");
        artifacts.setMaxWidth(360);
        artifacts.valueProperty().subscribe((before, now) -> choose(now));
        hex.selectedProperty().subscribe((before, now) -> again());
        desk.captureProperty().subscribe(this::list);
        desk.lookedProperty().subscribe(this::follow);
    }

    private void list(@Nullable Capture capture) {
        following = true;
        shown = null;
        rows.sourceProperty().set(RowSource.EMPTY);
        where.setText("");
        artifacts
                .getItems()
                .setAll(
                        capture == null
                                ? List.of()
                                : capture.artifacts().stream()
                                        .map(Capture.ArtifactLine::path)
                                        .toList());
        following = false;
    }

    private void choose(@Nullable String artifact) {
        if (!following && artifact != null) {
            show(new Span(artifact, 1, 0, 0));
        }
    }

    private void again() {
        if (shown != null) {
            show(shown);
        }
    }

    private void follow(Looked looked) {
        if (looked.origin() != Origin.BYTES) {
            looked.place().theSpan().ifPresent(this::show);
        }
    }

    private void show(Span span) {
        shown = span;
        boolean wantHex = hex.isSelected();
        desk.capture()
                .flatMap(c -> c.bytes(span.artifact()))
                .ifPresentOrElse(
                        bytes -> desk.tasks()
                                .latest(
                                        "bytes",
                                        "",
                                        w -> ByteRows.around(bytes, span, wantHex),
                                        r -> put(r, span),
                                        where::setText),
                        () -> where.setText("The session has no artifact " + span.artifact() + "."));
    }

    private void put(ByteRows content, Span span) {
        following = true;
        artifacts.setValue(span.artifact());
        following = false;
        rows.sourceProperty().set(content);
        long row = content.rowOf(span.offset());
        rows.scrollTo(row - 4);
        rows.show(row);
        where.setText(span.length() == 0 ? "" : "bytes " + span.offset() + " to " + (span.offset() + span.length()));
    }

    public WorkPane pane() {
        BorderPane body = new BorderPane(rows);
        hex.setMinWidth(CheckBox.USE_PREF_SIZE);
        body.setTop(Parts.head(artifacts, hex, Parts.spring(), where));
        return new WorkPane(Origin.BYTES, "Bytes", body, rows);
    }
}
