package whence.source.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private static final String NOTE = ".place";
    private static final String PART = ".part";
    /// Some twenty whole kernel trees.
    private static final long MOST_BYTES = 2L << 30;

    private static final int MOST_INDEXES = 64;

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

    /// One index and the places it was right for when they were last looked at.
    ///
    /// @param places paths, for revisions of a repository with `@` and the hash of the tree
    /// @param lastUsed milliseconds since 1970
    public record Kept(List<String> places, long bytes, long lastUsed) {
        public Kept {
            places = List.copyOf(places);
        }
    }

    /// All indexes, those used last first.
    public List<Kept> kept() {
        Map<String, List<String>> places = new TreeMap<>();
        for (Path file : ending(NOTE)) {
            read(file)
                    .ifPresent(note -> places.computeIfAbsent(note.index(), any -> new ArrayList<>())
                            .add(note.place()));
        }
        return indexes().stream()
                .map(file -> new Kept(places.getOrDefault(name(file), List.of()), size(file), changed(file)))
                .toList();
    }

    /// Removes everything. Trees that are open stay readable.
    public void empty() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
    }

    /// What was noted of a place; empty where nothing is, or nothing that can be read.
    public Optional<PlaceNote> note(String place) {
        return read(notePath(place)).filter(note -> note.place().equals(place));
    }

    private static Optional<PlaceNote> read(Path note) {
        try {
            return PlaceNote.parse(Files.readAllBytes(note));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    public void note(String place, PlaceNote note) throws IOException {
        Files.createDirectories(folder);
        write(notePath(place), StandardCopyOption.REPLACE_EXISTING, out -> note.write(out));
    }

    /// Names of all indexes, those used last first.
    public List<String> names() {
        return indexes().stream().map(SourceCache::name).toList();
    }

    /// The index of that name, mapped.
    public Optional<MappedFile> open(String name) throws IOException {
        Optional<MappedFile> file = peek(name);
        if (file.isPresent()) {
            used(indexPath(name));
        }
        return file;
    }

    /// The same for one that is only looked at, and not used by that.
    public Optional<MappedFile> peek(String name) throws IOException {
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
        Path fresh = Files.createTempFile(folder, "new-", PART);
        try {
            // Where the program is ended in the middle, by Ctrl-C say.
            fresh.toFile().deleteOnExit();
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

    private static void used(Path index) {
        try {
            Files.setLastModifiedTime(index, FileTime.from(Instant.now()));
        } catch (IOException notOurs) {
            // A cache that may only be read forgets in another order.
        }
    }

    /// Keeps the indexes that were used last, and what belongs to them.
    private void forget() throws IOException {
        long room = MOST_BYTES;
        int kept = 0;
        Set<String> names = new HashSet<>();
        for (Path index : indexes()) {
            room -= size(index);
            if (kept > 0 && (room < 0 || kept >= MOST_INDEXES)) {
                Files.deleteIfExists(index);
            } else {
                kept++;
                names.add(name(index));
            }
        }
        for (Path note : ending(NOTE)) {
            if (!read(note).map(PlaceNote::index).filter(names::contains).isPresent()) {
                Files.deleteIfExists(note);
            }
        }
        long yesterday = Instant.now().minus(Duration.ofDays(1)).toEpochMilli();
        for (Path part : ending(PART)) {
            if (changed(part) < yesterday) {
                Files.deleteIfExists(part);
            }
        }
    }

    /// All index files, those used last first.
    private List<Path> indexes() {
        return ending(INDEX).stream()
                .sorted(Comparator.comparingLong(SourceCache::changed)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private List<Path> ending(String ending) {
        return files().stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    private static String name(Path index) {
        String name = index.getFileName().toString();
        return name.substring(0, name.length() - INDEX.length());
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
        return folder.resolve(String.format(Locale.ROOT, "%016x%s", Fingerprint.of(place), NOTE));
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
