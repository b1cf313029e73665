package whence.session.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.bytes.Reason;
import whence.bytes.Watch;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.session.SessionException;
import whence.session.manifest.Manifest;

/// Opens what the user named: a `.whence` file, a directory, an archive, loose files, or several of them as one
/// session.
/// Opening reads names, headers and the manifest; contents are read when somebody asks.
public final class Opener {
    private final Watch watch;
    private final List<Stored> stored = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private Manifest manifest = Manifest.empty();

    private Opener(Watch watch) {
        this.watch = watch;
    }

    /// @throws SessionException where a path does not exist, or nothing at all can be read
    public static Opened open(List<Path> paths, Watch watch) throws SessionException {
        Opener opener = new Opener(watch);
        try {
            for (Path path : paths) {
                opener.add(path, paths.size() > 1);
            }
            if (opener.stored.isEmpty()) {
                throw nothing(paths, opener.losses);
            }
        } catch (SessionException | RuntimeException failure) {
            new Opened(Manifest.empty(), opener.stored, List.of(), opener.held).close();
            throw failure;
        }
        return new Opened(opener.manifest, opener.stored, opener.losses, opener.held);
    }

    private static SessionException nothing(List<Path> paths, List<Loss> losses) {
        String named = String.join(", ", paths.stream().map(Path::toString).toList());
        String why = losses.isEmpty() ? "" : ": " + losses.getFirst().why();
        return new SessionException(SessionException.Kind.UNREADABLE, named + " holds nothing that can be read" + why);
    }

    private void add(Path path, boolean oneOfSeveral) throws SessionException {
        if (!Files.exists(path)) {
            throw new SessionException(SessionException.Kind.MISSING, path + " does not exist");
        }
        Gathering gathering = new Gathering(watch);
        try {
            gathering.gather(path);
        } catch (IOException failure) {
            throw new SessionException(
                    SessionException.Kind.UNREADABLE, path + " cannot be read: " + Reason.of(failure));
        } finally {
            held.addAll(gathering.held());
            losses.addAll(gathering.losses());
        }
        boolean folder = gathering.archive() || Files.isDirectory(path);
        arrange(folder ? Layout.of(gathering.pieces()) : gathering.pieces(), oneOfSeveral);
    }

    private void arrange(List<Piece> pieces, boolean oneOfSeveral) {
        Optional<Piece> found = pieces.stream()
                .filter(piece -> piece.path().equals(Manifest.NAME))
                .findFirst();
        Manifest own = found.flatMap(this::manifest).orElse(Manifest.empty());
        if (!oneOfSeveral || manifest.artifacts().isEmpty()) {
            manifest = own;
        }
        Shelf shelf = new Shelf(own, pieces, losses);
        shelf.fill(stored);
    }

    private Optional<Manifest> manifest(Piece piece) {
        try {
            Manifest read = Manifest.parse(
                    piece.raw().copy(0, (int) Math.min(piece.raw().size(), 64 << 20)));
            if (read.schema() > Manifest.SCHEMA) {
                lose("the session was written by a newer program (schema " + read.schema() + ", this one knows "
                        + Manifest.SCHEMA + "); what is understood is opened");
            }
            return Optional.of(read);
        } catch (Manifest.UnreadableException damage) {
            lose(damage.getMessage() + "; the files are opened without it");
            return Optional.empty();
        }
    }

    private void lose(String why) {
        losses.add(new Loss(
                new Span(Manifest.NAME, Span.NO_LINE, 0, 0), Loss.Kind.UNREADABLE, Loss.UNKNOWN, String.valueOf(why)));
    }
}
