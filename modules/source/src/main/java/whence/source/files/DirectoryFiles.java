package whence.source.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import whence.bytes.Watch;
import whence.evidence.Loss;

/// An unpacked tree. Symbolic links in it are not followed: in a kernel tree they repeat files, elsewhere they may
/// lead anywhere. Folders whose name begins with a dot (`.git`) are no part of it.
public final class DirectoryFiles implements Files {
    private static final String TOO_LARGE = "larger than 64 MiB, left out";

    private final Path root;
    private final FileLosses losses = new FileLosses();

    public DirectoryFiles(Path root) {
        this.root = real(root);
    }

    private static Path real(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException gone) {
            return root.toAbsolutePath().normalize();
        }
    }

    @Override
    public String place() {
        return root.toString();
    }

    @Override
    public void each(Reader reader, Watch watch) throws IOException {
        each(reader, paths(), path -> false, watch);
    }

    /// Hands these files on, without those that `known` says need not be read.
    public void each(Reader reader, List<String> paths, Predicate<String> known, Watch watch) throws IOException {
        long done = 0;
        PlainReading reading = new PlainReading(LARGEST);
        for (String path : paths) {
            watch.check();
            watch.progress(done++, paths.size());
            int length = known.test(path) ? PlainReading.NONE : read(path, reading);
            if (length >= 0) {
                reader.file(path, reading.bytes(), length);
            }
        }
    }

    private int read(String path, PlainReading reading) throws IOException {
        try {
            int length = reading.read(root.resolve(path));
            if (length == PlainReading.TOO_LARGE) {
                losses.add(path, TOO_LARGE);
            }
            return length;
        } catch (NoSuchFileException | InvalidPathException gone) {
            return PlainReading.NONE;
        } catch (IOException failure) {
            losses.add(path, "cannot be read: " + failure.getMessage());
            return PlainReading.NONE;
        }
    }

    /// Whether everything still looks as it did.
    public boolean looks(FolderLooks before) {
        return before.stillTrueOf(root);
    }

    /// How everything looks now.
    public FolderLooks looks() throws IOException {
        Instant clock = Instant.now();
        long now = TimeUnit.SECONDS.toNanos(clock.getEpochSecond()) + clock.getNano();
        Map<Path, FolderLooks.Folder> folders = new TreeMap<>();
        Map<Path, List<FolderLooks.Look>> files = new TreeMap<>();
        walk(new Visitor() {
            @Override
            public void folder(Path folder, BasicFileAttributes look) {
                long changed = FolderLooks.kept(FolderLooks.changed(look), now);
                folders.put(folder, new FolderLooks.Folder(path(folder), changed, List.of()));
                files.put(folder, new ArrayList<>());
            }

            @Override
            public void file(Path file, BasicFileAttributes look) {
                long changed = FolderLooks.kept(FolderLooks.changed(look), now);
                files.getOrDefault(file.getParent(), new ArrayList<>())
                        .add(new FolderLooks.Look(file.getFileName().toString(), look.size(), changed, 0));
            }
        });
        return new FolderLooks(folders.entrySet().stream()
                .map(entry -> new FolderLooks.Folder(
                        entry.getValue().path(),
                        entry.getValue().changed(),
                        files.getOrDefault(entry.getKey(), List.of())))
                .toList());
    }

    /// The C files below the root, sorted.
    public List<String> paths() throws IOException {
        List<String> paths = new ArrayList<>();
        walk(new Visitor() {
            @Override
            public void folder(Path folder, BasicFileAttributes look) {}

            @Override
            public void file(Path file, BasicFileAttributes look) {
                paths.add(path(file));
            }
        });
        paths.sort(Comparator.naturalOrder());
        return paths;
    }

    private String path(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /// Takes what a walk finds; a folder before its files.
    private interface Visitor {
        void folder(Path folder, BasicFileAttributes look);

        void file(Path file, BasicFileAttributes look);
    }

    private void walk(Visitor visitor) throws IOException {
        java.nio.file.Files.walkFileTree(root, new SimpleFileVisitor<>() {
            private int files;

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes look) {
                if (!folder.equals(root) && folder.getFileName().toString().startsWith(".")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                visitor.folder(folder, look);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes look) {
                if (look.isRegularFile() && Files.isC(file.toString())) {
                    if (++files > MOST) {
                        losses.add(path(file), "more than a million files, the rest is left out");
                        return FileVisitResult.TERMINATE;
                    }
                    visitor.file(file, look);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                losses.add(path(file), "cannot be read: " + failure);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public Optional<byte[]> read(String path) {
        try {
            Path file = path.contains("..") ? root.resolve(path).normalize() : root.resolve(path);
            if (!file.startsWith(root)) {
                return Optional.empty();
            }
            BasicFileAttributes look =
                    java.nio.file.Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!look.isRegularFile()) {
                return Optional.empty();
            }
            if (look.size() > LARGEST) {
                losses.add(path, TOO_LARGE);
                return Optional.empty();
            }
            return Optional.of(java.nio.file.Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException failure) {
            losses.add(path, "cannot be read: " + failure.getMessage());
            return Optional.empty();
        } catch (InvalidPathException nobodysName) {
            return Optional.empty();
        }
    }

    /// Whether something that was lost before could be read now.
    public boolean found(Loss lost) {
        Path file = root.resolve(lost.span().artifact()).normalize();
        try {
            return file.startsWith(root)
                    && java.nio.file.Files.isReadable(file)
                    && java.nio.file.Files.size(file) <= LARGEST;
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public List<Loss> losses() {
        return losses.all();
    }

    @Override
    public void close() {}
}
