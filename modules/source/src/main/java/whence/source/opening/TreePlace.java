package whence.source.opening;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import whence.source.files.ArchiveFiles;
import whence.source.files.DirectoryFiles;
import whence.source.files.Files;
import whence.source.files.GitFiles;
import whence.source.files.MemoryFiles;

/// What kind of tree somebody means by a path.
public final class TreePlace {
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(tar|tar\\.(gz|xz|zst)|tgz|txz)");

    private TreePlace() {}

    public static Files files(String place) throws IOException {
        try {
            Path path = Path.of(place);
            int at = place.lastIndexOf('@');
            if (!java.nio.file.Files.exists(path) && at > 0) {
                return GitFiles.open(Path.of(place.substring(0, at)), place.substring(at + 1));
            }
            return files(path);
        } catch (InvalidPathException invalid) {
            throw new NoSuchFileException(place, null, invalid.getReason());
        }
    }

    /// Whether a folder is what git keeps of a repository and no work tree: what it holds is in its revisions.
    private static boolean bareRepository(Path folder) {
        return java.nio.file.Files.isRegularFile(folder.resolve("HEAD"))
                && java.nio.file.Files.isDirectory(folder.resolve("objects"))
                && java.nio.file.Files.isDirectory(folder.resolve("refs"));
    }

    public static Files files(Path path) throws IOException {
        if (java.nio.file.Files.isDirectory(path)) {
            return bareRepository(path) ? GitFiles.open(path, "HEAD") : new DirectoryFiles(path);
        }
        if (!java.nio.file.Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        String name = String.valueOf(path.getFileName());
        if (ARCHIVE.matcher(name).matches()) {
            return new ArchiveFiles(path);
        }
        if (java.nio.file.Files.size(path) > Files.LARGEST) {
            throw new IOException(path + " is larger than 64 MiB and no archive of source");
        }
        return new MemoryFiles(Map.of(name, java.nio.file.Files.readAllBytes(path)));
    }
}
