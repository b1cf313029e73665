package whence.app.view.source;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import whence.app.model.Capture;
import whence.app.model.Definition;
import whence.app.model.Desk;
import whence.app.model.ExitMark;
import whence.app.model.Focus;
import whence.app.model.Judged;
import whence.app.model.Looked;
import whence.app.model.Origin;
import whence.app.model.SourceText;
import whence.evidence.Ref;

/// Which file is shown, with which marks, and the line the focus is on. JavaFX thread.
final class SourceModel {
    private final Desk desk;
    private final ReadOnlyObjectWrapper<@Nullable Marked> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper line = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper function = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<TreeFiles> files = new ReadOnlyObjectWrapper<>(TreeFiles.NONE);

    /// A file with what stands in its margin.
    record Marked(SourceText text, List<ExitMark> marks) {
        Optional<ExitMark> mark(int number) {
            return marks.stream().filter(m -> m.line() == number).findFirst();
        }
    }

    SourceModel(Desk desk) {
        this.desk = desk;
        desk.captureProperty().subscribe(this::begin);
        desk.lookedProperty().subscribe(this::follow);
        desk.lookedProperty().subscribe(this::name);
        desk.trailProperty().subscribe(t -> mark());
    }

    private void name(Looked looked) {
        Ref.Source source = looked.place().source();
        Capture capture = desk.capture().orElse(null);
        if (source != null && capture != null) {
            desk.tasks()
                    .latest(
                            "enclosing",
                            "",
                            watch -> capture.code()
                                    .enclosing(source)
                                    .map(Definition::name)
                                    .orElse(""),
                            function::set,
                            desk::report);
        }
    }

    private void begin(@Nullable Capture capture) {
        shown.set(null);
        line.set(-1);
        function.set("");
        files.set(TreeFiles.NONE);
        if (capture != null) {
            capture.trees().stream().findFirst().ifPresent(tree -> list(tree, this::openUnlessLooking));
        }
    }

    /// Shows the same file of another tree, or the first of a small one; of a whole kernel any would be the wrong one.
    void chooseTree(String tree) {
        list(tree, this::open);
    }

    private void list(String tree, Consumer<TreeFiles> then) {
        desk.capture()
                .ifPresent(capture -> desk.tasks()
                        .latest(
                                "source-files",
                                "Listing the files of " + tree,
                                w -> new TreeFiles(tree, capture.files(tree)),
                                found -> {
                                    files.set(found);
                                    then.accept(found);
                                },
                                desk::report));
    }

    private void openUnlessLooking(TreeFiles found) {
        if (shown.get() == null && desk.lookedProperty().get().place().source() == null) {
            open(found);
        }
    }

    private void open(TreeFiles found) {
        Marked now = shown.get();
        if (now != null && found.has(now.text().file())) {
            chooseFile(found.tree(), now.text().file());
        } else if (found.isShort()) {
            found.names().stream().findFirst().ifPresent(first -> chooseFile(found.tree(), first));
        } else {
            shown.set(null);
        }
    }

    void chooseFile(String tree, String file) {
        load(tree, file, -1);
    }

    private void follow(Looked looked) {
        Ref.Source source = looked.place().source();
        if (source == null || looked.origin() == Origin.SOURCE) {
            return;
        }
        Marked now = shown.get();
        if (now != null
                && now.text().tree().equals(source.tree())
                && now.text().file().equals(source.file())) {
            line.set(-1);
            line.set(now.text().indexOf(source.line()));
        } else {
            load(source.tree(), source.file(), source.line());
        }
    }

    private void load(String tree, String file, int number) {
        desk.capture()
                .ifPresent(capture -> desk.tasks()
                        .latest(
                                "source",
                                "Reading " + file,
                                w -> capture.source(tree, file),
                                text -> text.ifPresentOrElse(t -> show(t, number), () -> missing(tree, file)),
                                desk::report));
    }

    private void missing(String tree, String file) {
        desk.report("The source " + tree + " has no file " + file + ". Add a tree that has it with --source.");
    }

    private void show(SourceText text, int number) {
        if (!files.get().tree().equals(text.tree())) {
            list(text.tree(), found -> {});
        }
        line.set(-1);
        shown.set(new Marked(text, marks(text)));
        if (number > 0) {
            line.set(text.indexOf(number));
        }
    }

    private void mark() {
        Marked now = shown.get();
        if (now != null) {
            int at = line.get();
            line.set(-1);
            shown.set(new Marked(now.text(), marks(now.text())));
            line.set(at);
        }
    }

    private List<ExitMark> marks(SourceText text) {
        return Judged.marks(desk.trailProperty().get(), text.tree(), text.file());
    }

    /// The user moved to a line.
    void pick(int index) {
        Marked now = shown.get();
        if (now != null && index < now.text().lines().size() && now.text().number(index) > 0) {
            Ref ref = new Ref.Source(
                    now.text().tree(), now.text().file(), now.text().number(index));
            desk.look(Focus.at(ref), Origin.SOURCE);
        }
    }

    void goTo(Definition chosen) {
        desk.look(chosen.at(), Origin.OPENING);
    }

    /// Goes to a function or macro by its name or to the closest of those that contain it, a file by the end of its
    /// path (with `:LINE`), or a line of this file by
    /// its number; says so where there is none.
    void goTo(String wanted) {
        Marked now = shown.get();
        desk.capture()
                .ifPresent(capture -> desk.tasks()
                        .latest(
                                "go-to",
                                "Looking for " + wanted,
                                w -> Wanted.find(wanted, capture, now == null ? null : now.text()),
                                found -> found.ifPresentOrElse(
                                        at -> desk.look(at, Origin.OPENING),
                                        () -> desk.report("No source of this session has “" + wanted + "”.")),
                                desk::report));
    }

    /// The files of the tree that is shown.
    ReadOnlyObjectProperty<TreeFiles> filesProperty() {
        return files.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Marked> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The function that the line in focus stands in; empty outside of any.
    ReadOnlyStringProperty functionProperty() {
        return function.getReadOnlyProperty();
    }

    /// Index of the line to look at; negative for none.
    ReadOnlyIntegerProperty lineProperty() {
        return line.getReadOnlyProperty();
    }
}
