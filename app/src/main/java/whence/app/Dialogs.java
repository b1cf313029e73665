package whence.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks for files; tests answer themselves.
interface Dialogs {
    /// Files to open; empty where the user gave up.
    List<Path> toOpen(Window owner);

    /// A folder to add.
    Optional<Path> folder(Window owner);

    /// Where to write the report.
    Optional<Path> toReport(Window owner);

    /// The desktop's own dialogs.
    static Dialogs desktop() {
        return new Dialogs() {
            @Override
            public List<Path> toOpen(Window owner) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle("Open a session, or captured files together");
                List<File> files = chooser.showOpenMultipleDialog(owner);
                return files == null
                        ? List.of()
                        : files.stream().map(File::toPath).toList();
            }

            @Override
            public Optional<Path> folder(Window owner) {
                DirectoryChooser chooser = new DirectoryChooser();
                chooser.setTitle("Add a folder");
                return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> toReport(Window owner) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle("Export the report");
                chooser.setInitialFileName("report.html");
                for (String form : List.of("html", "pdf", "md", "txt", "json")) {
                    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(form, "*." + form));
                }
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }
        };
    }
}
