package whence.session.open;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whence.bytes.Bytes;
import whence.bytes.MappedFile;
import whence.bytes.Reason;
import whence.bytes.Watch;
import whence.bytes.unpack.Compression;
import whence.bytes.unpack.Limits;
import whence.bytes.unpack.Member;
import whence.bytes.unpack.Tar;
import whence.bytes.unpack.Unpacked;
import whence.evidence.Loss;
import whence.evidence.Span;

/// Collects the files behind one path that the user named: itself, those of the directory, those of the archive.
final class Gathering {
    /// Files up to here are read to the heap: a mapping costs the kernel a map entry, and those are counted.
    private static final long SMALL = 64 << 10;

    private final Watch watch;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean archive;

    Gathering(Watch watch) {
        this.watch = watch;
    }

    List<Piece> pieces() {
        return pieces;
    }

    List<Loss> losses() {
        return losses;
    }

    /// What keeps the pieces' bytes alive, in the order to close.
    List<Runnable> held() {
        return held;
    }

    /// Whether the path was an archive.
    boolean archive() {
        return archive;
    }

    /// @throws IOException where the path itself cannot be read
    void gather(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            directory(path);
        } else {
            file(path.getFileName().toString(), path);
        }
    }

    private void directory(Path directory) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(directory)) {
            found = walk.sorted(Comparator.comparing(path -> slashed(directory.relativize(path))))
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        for (Path path : found) {
            watch.check();
            String name = slashed(directory.relativize(path));
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                tolerate(name, path);
            } else if (Files.isSymbolicLink(path)) {
                link(directory, name, path);
            }
        }
    }

    private static String slashed(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }

    /// A link to a file of the directory repeats what stands there; one that leads out is not followed.
    private void link(Path directory, String name, Path path) {
        try {
            if (path.toRealPath().startsWith(directory.toRealPath())) {
                return;
            }
        } catch (IOException dangling) {
            return;
        }
        lose(name, 0, 0, "a link that leads out of the directory is not followed");
    }

    private void tolerate(String name, Path path) {
        try {
            pieces.add(new Piece(name, bytes(path)));
        } catch (IOException unreadable) {
            lose(name, 0, 0, "it cannot be read: " + Reason.of(unreadable));
        }
    }

    private void file(String name, Path path) throws IOException {
        Bytes raw = bytes(path);
        if (Tar.is(raw)) {
            tar(name, raw);
            return;
        }
        Optional<Compression> compression = Compression.of(raw);
        if (compression.isPresent() && Tar.is(Unpacked.head(raw, compression.get(), 1024))) {
            packedTar(name, raw, compression.get());
            return;
        }
        pieces.add(new Piece(name, raw));
    }

    private void packedTar(String name, Bytes raw, Compression compression) throws IOException {
        Unpacked unpacked = Unpacked.of(raw, compression, Limits.DEFAULT, watch);
        held.add(unpacked::close);
        unpacked.trouble()
                .ifPresent(why -> losses.add(new Loss(
                        new Span(name, Span.NO_LINE, unpacked.packedOffset(), 0),
                        Loss.Kind.TRUNCATED,
                        Loss.UNKNOWN,
                        why)));
        tar(name, unpacked.bytes());
    }

    private void tar(String name, Bytes bytes) {
        archive = true;
        Tar.Contents contents = Tar.read(bytes, watch);
        // An archive answers as the directory it was made of, in whatever order it was written.
        contents.members().stream()
                .sorted(Comparator.comparing(Member::path))
                .forEach(member -> pieces.add(new Piece(member.path(), member.content())));
        contents.troubles().forEach(trouble -> lose(name, trouble.offset(), trouble.length(), trouble.why()));
    }

    private Bytes bytes(Path path) throws IOException {
        if (Files.isRegularFile(path) && Files.size(path) > SMALL) {
            MappedFile mapped = MappedFile.open(path);
            held.add(mapped::close);
            return mapped.bytes();
        }
        // A pipe or a file of /proc has no size to ask for.
        return Bytes.of(Files.readAllBytes(path));
    }

    private void lose(String artifact, long offset, long length, String why) {
        Loss.Kind kind = why.contains(" ends inside ") ? Loss.Kind.TRUNCATED : Loss.Kind.UNREADABLE;
        losses.add(new Loss(new Span(artifact, Span.NO_LINE, offset, length), kind, Loss.UNKNOWN, why));
    }
}
