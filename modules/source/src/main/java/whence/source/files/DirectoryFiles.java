package whence.source.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import whence.bytes.Watch;
import whence.evidence.Loss;

/// An unpacked tree. Symbolic links are not followed: in a kernel tree they repeat files, elsewhere they may lead
/// anywhere.
public final class DirectoryFiles implements Files {
    private final Path root;
    private final List<Loss> losses = Collections.synchronizedList(new ArrayList<>());

    public DirectoryFiles(Path root) {
        this.root = root;
    }

    @Override
    public String place() {
        return root.toAbsolutePath().normalize().toString();
    }

    @Override
    public void each(Reader reader, Watch watch) throws IOException {
        each(reader, path -> false, watch);
    }

    /// The same without the files that `known` says need not be read.
    public void each(Reader reader, Predicate<String> known, Watch watch) throws IOException {
        List<String> paths = paths();
        long done = 0;
        for (String path : paths) {
            watch.check();
            watch.progress(done++, paths.size());
            Optional<byte[]> bytes = known.test(path) ? Optional.empty() : read(path);
            if (bytes.isPresent()) {
                reader.file(path, bytes.get());
            }
        }
    }

    /// Takes how one file looks: its size, and when it was last changed in milliseconds.
    public interface Looker {
        void look(String path, long size, long changed);
    }

    /// How all C files look, in the order of their paths.
    public void looks(Looker looker) throws IOException {
        TreeMap<String, BasicFileAttributes> found = new TreeMap<>();
        walk(found::put);
        found.forEach((path, look) ->
                looker.look(path, look.size(), look.lastModifiedTime().toMillis()));
    }

    /// The C files below the root, sorted.
    public List<String> paths() throws IOException {
        List<String> paths = new ArrayList<>();
        walk((path, attributes) -> paths.add(path));
        Collections.sort(paths);
        return paths;
    }

    private void walk(BiConsumer<String, BasicFileAttributes> found) throws IOException {
        java.nio.file.Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && Files.isC(file.toString())) {
                    found.accept(root.relativize(file).toString().replace('\\', '/'), attributes);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                lose(root.relativize(file).toString(), "cannot be read: " + failure);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public Optional<byte[]> read(String path) {
        Path file = root.resolve(path).normalize();
        boolean inside = file.startsWith(root.normalize());
        if (!inside || !java.nio.file.Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            if (java.nio.file.Files.size(file) > LARGEST) {
                lose(path, "larger than 64 MiB, left out");
                return Optional.empty();
            }
            return Optional.of(java.nio.file.Files.readAllBytes(file));
        } catch (IOException | UncheckedIOException failure) {
            lose(path, "cannot be read: " + failure.getMessage());
            return Optional.empty();
        }
    }

    private void lose(String path, String why) {
        losses.add(Files.loss(path, why));
    }

    @Override
    public List<Loss> losses() {
        return List.copyOf(losses);
    }

    @Override
    public void close() {}
}
