package whence.logs.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds the journal files that a path stands for: itself, or in a directory what journalctl would read there.
public final class JournalFolder {
    private static final int MACHINE_FOLDERS = 2;

    private JournalFolder() {}

    /// Files as they are; of directories their `*.journal` and `*.journal~`, also one folder deeper (one a
    /// machine), in the order of their names.
    ///
    /// @throws NoSuchFileException where a path does not exist
    public static List<Path> files(List<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> found = Files.find(path, MACHINE_FOLDERS, (p, a) -> isJournal(p) && a.isRegularFile())) {
                found.sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static boolean isJournal(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".journal") || name.endsWith(".journal~");
    }
}
