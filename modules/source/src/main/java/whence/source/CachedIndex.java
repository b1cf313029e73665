package whence.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.bytes.MappedFile;
import whence.bytes.Watch;
import whence.source.cache.Fingerprint;
import whence.source.cache.PlaceNote;
import whence.source.cache.SourceCache;
import whence.source.files.ArchiveFiles;
import whence.source.files.DirectoryFiles;
import whence.source.files.Files;
import whence.source.files.GitFiles;
import whence.source.files.MemoryFiles;
import whence.source.index.DamagedException;
import whence.source.index.Image;
import whence.source.index.ImageParts;
import whence.source.index.IndexBuilder;

/// The index of a tree that has a place in the file system: the kept one where it fits the place as it is now, else
/// built and kept.
final class CachedIndex {
    private final Files files;
    private final SourceCache cache;
    private final String place;
    private final Map<String, PlaceNote.Seen> looks = new HashMap<>();
    private final long stamp;

    CachedIndex(Files files, SourceCache cache) throws IOException {
        this.files = files;
        this.cache = cache;
        this.place = files.place();
        this.stamp = stamp();
    }

    private long stamp() throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(Image.VERSION);
        switch (files) {
            case DirectoryFiles directory ->
                directory.looks((path, size, changed) -> {
                    looks.put(path, new PlaceNote.Seen(size, changed, 0));
                    fingerprint.add(path);
                    fingerprint.add(size);
                    fingerprint.add(changed);
                });
            case ArchiveFiles archive -> {
                Path path = Path.of(place);
                fingerprint.add(java.nio.file.Files.size(path));
                fingerprint.add(java.nio.file.Files.getLastModifiedTime(path).toMillis());
            }
            case GitFiles git -> fingerprint.add(git.treeHash());
            case MemoryFiles memory -> {}
        }
        return fingerprint.value();
    }

    TreeIndex open(Watch watch) throws IOException {
        Optional<PlaceNote> note = cache.note(place);
        Optional<TreeIndex> earlier = note.isPresent() ? mapped(note.get().index()) : Optional.empty();
        if (earlier.isPresent() && note.get().stamp() == stamp) {
            return earlier.get();
        }
        Map<String, PlaceNote.Seen> seen = note.map(PlaceNote::files).orElse(Map.of());
        try {
            return rebuilt(earlier.map(TreeIndex::image).orElse(null), seen, watch);
        } finally {
            earlier.ifPresent(TreeIndex::close);
        }
    }

    TreeIndex anew(Watch watch) throws IOException {
        ImageParts parts = build(null, Map.of(), watch);
        keep(parts);
        return new TreeIndex(parts.onHeap(), null);
    }

    private Optional<TreeIndex> mapped(String name) throws IOException {
        Optional<MappedFile> file = cache.open(name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TreeIndex(Image.inFile(file.get().bytes(), name), file.get()));
        } catch (DamagedException damaged) {
            file.get().close();
            cache.discard(name);
            return Optional.empty();
        }
    }

    private TreeIndex rebuilt(@Nullable Image earlier, Map<String, PlaceNote.Seen> seen, Watch watch)
            throws IOException {
        ImageParts parts;
        try {
            parts = build(earlier, seen, watch);
        } catch (DamagedException damaged) {
            parts = build(null, Map.of(), watch);
        }
        String name = keep(parts);
        Optional<TreeIndex> fresh = name.isEmpty() ? Optional.empty() : mapped(name);
        return fresh.isPresent() ? fresh.get() : new TreeIndex(parts.onHeap(), null);
    }

    private ImageParts build(@Nullable Image earlier, Map<String, PlaceNote.Seen> seen, Watch watch)
            throws IOException {
        IndexBuilder builder = new IndexBuilder(earlier);
        if (files instanceof DirectoryFiles directory && earlier != null) {
            directory.each((path, bytes) -> builder.add(path, bytes, 0), path -> known(builder, path, seen), watch);
        } else {
            files.each((path, bytes) -> builder.add(path, bytes, 0), watch);
        }
        return TreeIndex.complete(builder);
    }

    /// Whether a file looks as it did, so that its shard can be taken without reading it.
    private boolean known(IndexBuilder builder, String path, Map<String, PlaceNote.Seen> seen) {
        PlaceNote.Seen then = seen.get(path);
        PlaceNote.Seen now = looks.get(path);
        if (then == null || now == null || then.size() != now.size() || then.changed() != now.changed()) {
            return false;
        }
        return builder.reuse(path, then.contentHash());
    }

    /// Writes the index and the note; without a cache (no room, no right to write) the tree is used all the same.
    private String keep(ImageParts parts) {
        Fingerprint first = new Fingerprint();
        Fingerprint second = new Fingerprint();
        second.add(Image.VERSION);
        Map<String, PlaceNote.Seen> now = new HashMap<>();
        parts.eachFile((path, hash) -> {
            first.add(path);
            first.add(hash);
            second.add(hash);
            second.add(path);
            PlaceNote.Seen look = looks.get(path);
            if (look != null) {
                now.put(path, new PlaceNote.Seen(look.size(), look.changed(), hash));
            }
        });
        String name = String.format(Locale.ROOT, "%016x%016x", first.value(), second.value());
        try {
            cache.keep(name, out -> parts.write(out, name));
            cache.note(place, new PlaceNote(stamp, name, now));
            return name;
        } catch (IOException noCache) {
            System.getLogger("whence.source")
                    .log(System.Logger.Level.WARNING, "the index cannot be kept in " + cache.folder() + ": " + noCache);
            return "";
        }
    }
}
