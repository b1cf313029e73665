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
    public void each(Reader reader, Watch watch) throws IOException {
        List<String> paths = paths();
        long done = 0;
        for (String path : paths) {
            watch.check();
            watch.progress(done++, paths.size());
            Optional<byte[]> bytes = read(path);
            if (bytes.isPresent()) {
                reader.file(path, bytes.get());
            }
        }
    }

    /// The C files below the root, sorted.
    public List<String> paths() throws IOException {
        List<String> paths = new ArrayList<>();
        java.nio.file.Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && Files.isC(file.toString())) {
                    paths.add(root.relativize(file).toString().replace('\\', '/'));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                lose(root.relativize(file).toString(), "cannot be read: " + failure);
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(paths);
        return paths;
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
