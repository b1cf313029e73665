package whence.source.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import whence.bytes.MappedFile;

/// The folder that indexes of source trees are kept in.
///
/// An index is one file, written beside its place and then moved there, never changed again; its name tells the
/// contents of the tree and the version of format and parser. So two processes can build the same index at once,
/// and one that reads an index is never disturbed. What is known of a place in the file system (which index fits,
/// when its files were last seen) stands in a small file of its own. Everything here can be deleted at any time.
public final class SourceCache {
    private static final String INDEX = ".index";
    private static final int KEPT = 8;

    private final Path folder;

    public SourceCache(Path folder) {
        this.folder = folder;
    }

    /// The user's: `$XDG_CACHE_HOME/whence/source`, else `~/.cache/whence/source`.
    public static SourceCache ofUser() {
        String set = System.getenv("XDG_CACHE_HOME");
        Path home = set != null && set.startsWith("/")
                ? Path.of(set)
                : Path.of(System.getProperty("user.home", "."), ".cache");
        return new SourceCache(home.resolve("whence").resolve("source"));
    }

    public Path folder() {
        return folder;
    }

    /// Bytes that all of it takes on disk.
    public long bytes() {
        return files().stream().mapToLong(SourceCache::size).sum();
    }

    /// Removes everything. Trees that are open stay readable.
    public void empty() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
    }

    /// What was noted of a place; empty where nothing is, or nothing that can be read.
    public Optional<PlaceNote> note(String place) {
        try {
            return PlaceNote.parse(Files.readAllBytes(notePath(place)));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    public void note(String place, PlaceNote note) throws IOException {
        Files.createDirectories(folder);
        write(notePath(place), StandardCopyOption.REPLACE_EXISTING, out -> note.write(out));
    }

    /// The index of that name, mapped.
    public Optional<MappedFile> open(String name) throws IOException {
        try {
            return Optional.of(MappedFile.open(indexPath(name)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    /// Keeps an index. One that is there under its name has the same contents or is damaged, and makes room for it; who
    /// has it open keeps reading it.
    public void keep(String name, Writer index) throws IOException {
        Files.createDirectories(folder);
        write(indexPath(name), StandardCopyOption.ATOMIC_MOVE, index);
        forget();
    }

    /// Throws a damaged index away.
    public void discard(String name) throws IOException {
        Files.deleteIfExists(indexPath(name));
    }

    /// Writes the contents of a file of the cache.
    public interface Writer {
        void to(FileChannel out) throws IOException;
    }

    private void write(Path target, StandardCopyOption how, Writer contents) throws IOException {
        Path fresh = Files.createTempFile(folder, "new-", ".part");
        try {
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                contents.to(out);
            }
            Files.move(fresh, target, how);
        } catch (FileAlreadyExistsException sameContents) {
            Files.deleteIfExists(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Keeps the indexes that were written last.
    private void forget() throws IOException {
        List<Path> indexes = new ArrayList<>(
                files().stream().filter(file -> file.toString().endsWith(INDEX)).toList());
        indexes.sort(Comparator.comparingLong(SourceCache::changed).reversed());
        for (Path old : indexes.subList(Math.min(KEPT, indexes.size()), indexes.size())) {
            Files.deleteIfExists(old);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException missing) {
            return List.of();
        }
    }

    private Path indexPath(String name) {
        return folder.resolve(name + INDEX);
    }

    private Path notePath(String place) {
        return folder.resolve(String.format(Locale.ROOT, "%016x.place", Fingerprint.of(place)));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            return 0;
        }
    }
}
