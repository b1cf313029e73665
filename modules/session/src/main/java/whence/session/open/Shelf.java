package whence.session.open;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.bytes.unpack.Compression;
import whence.evidence.Loss;
import whence.evidence.Span;
import whence.session.Artifact;
import whence.session.manifest.ArtifactEntry;
import whence.session.manifest.Manifest;

/// Puts the files that were found in the manifest's order, the rest behind them, and beside each compressed file what
/// is derived from it.
final class Shelf {
    /// Where a session keeps its artifacts; not part of their names.
    static final String FOLDER = "artifacts/";

    /// Format of files that belong to a source tree: no reader of events shall guess at them.
    private static final String SOURCE = "source";

    private static final String PACKED = ".zst";

    private final Manifest manifest;
    private final List<Loss> losses;
    private final Map<String, Piece> left = new LinkedHashMap<>();
    private final List<Stored> filled = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    Shelf(Manifest manifest, List<Piece> pieces, List<Loss> losses) {
        this.manifest = manifest;
        this.losses = losses;
        pieces.forEach(piece -> left.putIfAbsent(piece.path(), piece));
        left.remove(Manifest.NAME);
    }

    void fill(List<Stored> target) {
        target.forEach(each -> taken.add(each.artifact().path()));
        manifest.artifacts().forEach(this::listed);
        List.copyOf(left.values()).forEach(piece -> {
            String name = unique(named(piece.path()));
            put(new Artifact(name, null, ofSource(name), piece.raw().size(), false, null, Map.of()), piece);
        });
        target.addAll(filled);
    }

    private void listed(ArtifactEntry entry) {
        String name = named(entry.path());
        Piece plain = left.remove(entry.path());
        Piece packed = plain == null ? left.remove(entry.path() + PACKED) : null;
        if (plain == null && packed == null) {
            lose(name, "the manifest lists '" + entry.path() + "', and it is not there");
            return;
        }
        if (!taken.add(name)) {
            lose(name, "the manifest lists '" + entry.path() + "' twice");
            return;
        }
        if (plain != null) {
            put(artifact(entry, name, plain.raw().size()), plain);
        } else if (packed != null) {
            Compression compression = Compression.of(packed.raw()).orElse(Compression.ZSTD);
            filled.add(new Stored(artifact(entry, name, entry.bytes()), packed.raw(), compression));
        }
    }

    private Artifact artifact(ArtifactEntry entry, String name, long size) {
        Map<String, String> facts = new LinkedHashMap<>(entry.facts());
        String sha256 = entry.sha256();
        if (sha256 != null) {
            facts.put("sha256", sha256.toLowerCase(Locale.ROOT));
        }
        String format = entry.format();
        return new Artifact(
                name, entry.origin(), format == null ? ofSource(name) : format, size, entry.constructed(), null, facts);
    }

    private @Nullable String ofSource(String name) {
        boolean listed = manifest.sources().stream()
                .anyMatch(source -> source.kind().equals("artifact")
                        && !source.path().isEmpty()
                        && name.startsWith(named(source.path())));
        return listed || name.endsWith(".c") || name.endsWith(".h") ? SOURCE : null;
    }

    private void put(Artifact artifact, Piece piece) {
        filled.add(new Stored(artifact, piece.raw(), null));
        Optional<Compression> compression = Compression.of(piece.raw());
        compression.ifPresent(how -> filled.add(derived(artifact, piece, how)));
    }

    private Stored derived(Artifact from, Piece piece, Compression how) {
        String ending = "." + how.ending();
        String path = from.path();
        String plain =
                path.endsWith(ending) ? path.substring(0, path.length() - ending.length()) : path + "!" + how.ending();
        Map<String, String> facts = new LinkedHashMap<>(from.facts());
        facts.remove("sha256");
        Artifact artifact =
                new Artifact(unique(plain), from.origin(), null, Artifact.UNKNOWN, from.constructed(), path, facts);
        return new Stored(artifact, piece.raw(), how);
    }

    private String unique(String name) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "~" + i;
        }
        return free;
    }

    private static String named(String path) {
        return path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : path;
    }

    private void lose(String artifact, @Nullable String why) {
        losses.add(new Loss(
                new Span(artifact, Span.NO_LINE, 0, 0), Loss.Kind.UNREADABLE, Loss.UNKNOWN, String.valueOf(why)));
    }
}
