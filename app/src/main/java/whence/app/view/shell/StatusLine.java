package whence.app.view.shell;

import java.util.Locale;
import java.util.stream.Collectors;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.stage.Window;
import javafx.util.Duration;
import whence.app.model.Capture;
import whence.app.model.Desk;
import whence.app.view.Parts;
import whence.report.Lost;

/// What is open, what was lost, what is running, how much memory it takes.
final class StatusLine extends HBox {
    private static final long MB = 1 << 20;

    private final Label session = Parts.label("");
    private final Label losses = Parts.label("", "warn");
    private final Label memory = Parts.label("", "quiet");
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(2), e -> showMemory()));
    private final ObservableValue<Boolean> shown = sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty)
            .orElse(false);

    StatusLine(Desk desk) {
        getStyleClass().add("status-bar");
        setSpacing(12);
        Label busy = Parts.label("");
        busy.textProperty().bind(desk.tasks().titleProperty());
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(desk.tasks().progressProperty());
        progress.setPrefSize(100, 10);
        Button cancel = new Button("cancel");
        cancel.setOnAction(e -> desk.tasks().cancelAll());
        for (var node : java.util.List.of(progress, cancel)) {
            node.visibleProperty().bind(busy.textProperty().isNotEmpty());
            node.managedProperty().bind(node.visibleProperty());
        }
        getChildren().addAll(session, losses, Parts.spring(), busy, progress, cancel, memory);
        desk.captureProperty().subscribe(this::describe);
        showMemory();
        clock.setCycleCount(Timeline.INDEFINITE);
        shown.subscribe(this::tick);
    }

    private void describe(@org.jspecify.annotations.Nullable Capture capture) {
        if (capture == null) {
            session.setText("nothing open");
            losses.setText("");
            return;
        }
        int artifacts = capture.artifacts().size();
        session.setText(String.format(
                Locale.ROOT, "%s · %d artifact%s", capture.title(), artifacts, artifacts == 1 ? "" : "s"));
        int lost = capture.losses().size();
        losses.setText(lost == 0 ? "" : lost == 1 ? "⚠ 1 loss" : "⚠ " + lost + " losses");
        losses.setTooltip(
                lost == 0
                        ? null
                        : new Tooltip(
                                Lost.told(capture.losses()).stream().limit(20).collect(Collectors.joining("\n"))));
    }

    /// Keeps the memory figure fresh while the window shows. A running clock keeps the whole window in memory.
    private void tick(boolean shown) {
        if (shown) {
            clock.play();
        } else {
            clock.stop();
        }
    }

    private void showMemory() {
        Runtime runtime = Runtime.getRuntime();
        memory.setText(String.format(
                Locale.ROOT,
                "%d of %d MB",
                (runtime.totalMemory() - runtime.freeMemory()) / MB,
                runtime.maxMemory() / MB));
    }
}
