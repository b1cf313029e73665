package whence.source.opening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import whence.bytes.MappedFile;
import whence.bytes.Watch;
import whence.source.cache.Fingerprint;
import whence.source.cache.PlaceNote;
import whence.source.cache.SourceCache;
import whence.source.files.ArchiveFiles;
import whence.source.files.DirectoryFiles;
import whence.source.files.Files;
import whence.source.files.FolderLooks;
import whence.source.files.FolderLooks.Look;
import whence.source.files.GitFiles;
import whence.source.files.MemoryFiles;
import whence.source.index.Image;
import whence.source.index.ImageParts;
import whence.source.index.IndexBuilder;
import whence.source.index.table.DamagedException;

/// The index of a tree that has a place in the file system: the kept one where it fits the place as it is now, else
/// built and kept.
final class CachedIndex {
    private final Files files;
    private final SourceCache cache;
    private final String place;

    CachedIndex(Files files, SourceCache cache) {
        this.files = files;
        this.cache = cache;
        this.place = files.place();
    }

    TreeIndex open(Watch watch) throws IOException {
        Optional<PlaceNote> note = cache.note(place);
        Optional<TreeIndex> kept = note.isPresent() ? mapped(note.get()) : Optional.empty();
        if (kept.isEmpty()) {
            return built(null, Map.of(), now(), watch);
        }
        if (fits(note.get())) {
            return kept.get();
        }
        FolderLooks now = now();
        Map<String, Look> then = note.get().looks().byPath();
        if (files instanceof DirectoryFiles directory && new SameContents(directory).as(then, now.byPath())) {
            keep(new PlaceNote(
                    place, 0, note.get().index(), hashed(now, then), note.get().losses()));
            return kept.get();
        }
        try (TreeIndex earlier = kept.get()) {
            return built(earlier.image(), then, now, watch);
        }
    }

    /// Built from the files alone, onto the heap; the cache is given it too.
    TreeIndex anew(Watch watch) throws IOException {
        ImageParts parts = build(null, Map.of(), Map.of(), watch);
        keep(parts, now());
        return new TreeIndex(parts.onHeap(), null, List.of());
    }

    private boolean fits(PlaceNote note) throws IOException {
        return files instanceof DirectoryFiles directory
                ? directory.looks(note.looks()) && note.losses().stream().noneMatch(directory::found)
                : note.stamp() == stamp();
    }

    private FolderLooks now() throws IOException {
        return files instanceof DirectoryFiles directory ? directory.looks() : FolderLooks.NONE;
    }

    private long stamp() throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        switch (files) {
            case ArchiveFiles archive -> {
                Path path = Path.of(place);
                fingerprint.add(java.nio.file.Files.size(path));
                fingerprint.add(java.nio.file.Files.getLastModifiedTime(path).to(TimeUnit.NANOSECONDS));
            }
            case GitFiles git -> fingerprint.add(git.treeHash());
            case DirectoryFiles directory -> {}
            case MemoryFiles memory -> {}
        }
        return fingerprint.value();
    }

    private Optional<TreeIndex> mapped(PlaceNote note) throws IOException {
        Optional<MappedFile> file = cache.open(note.index());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            Image image = Image.inFile(file.get().bytes(), note.index());
            return Optional.of(new TreeIndex(image, file.get(), note.losses()));
        } catch (DamagedException damaged) {
            file.get().close();
            cache.discard(note.index());
            return Optional.empty();
        }
    }

    /// Built with what an earlier image of the place knew, or of a tree that begins alike.
    private TreeIndex built(@Nullable Image earlier, Map<String, Look> then, FolderLooks now, Watch watch)
            throws IOException {
        ImageParts parts;
        try {
            parts = earlier == null ? first(now.byPath(), watch) : build(earlier, then, now.byPath(), watch);
        } catch (DamagedException damaged) {
            parts = build(null, Map.of(), Map.of(), watch);
        }
        Optional<TreeIndex> fresh = Optional.empty();
        Optional<PlaceNote> note = keep(parts, now);
        if (note.isPresent()) {
            fresh = mapped(note.get());
        }
        return fresh.isPresent()
                ? new TreeIndex(fresh.get().image(), fresh.get().mapped(), List.of())
                : new TreeIndex(parts.onHeap(), null, List.of());
    }

    private ImageParts first(Map<String, Look> now, Watch watch) throws IOException {
        try (FirstFiles first = new FirstFiles(cache)) {
            if (files instanceof DirectoryFiles directory) {
                directory.each(first, now.keySet().stream().sorted().toList(), path -> false, watch);
            } else {
                files.each(first, watch);
            }
            return TreeIndex.complete(first.builder());
        }
    }

    private ImageParts build(@Nullable Image earlier, Map<String, Look> then, Map<String, Look> now, Watch watch)
            throws IOException {
        IndexBuilder builder = new IndexBuilder(earlier);
        if (files instanceof DirectoryFiles directory && earlier != null) {
            directory.each(
                    (path, bytes, length) -> builder.add(path, bytes, length, 0),
                    now.keySet().stream().sorted().toList(),
                    path -> known(builder, path, then.get(path), now.get(path)),
                    watch);
        } else {
            files.each((path, bytes, length) -> builder.add(path, bytes, length, 0), watch);
        }
        return TreeIndex.complete(builder);
    }

    /// Whether a file looks as it did, so that its shard can be taken without reading it.
    private static boolean known(IndexBuilder builder, String path, @Nullable Look then, @Nullable Look now) {
        return then != null && now != null && now.sameAs(then) && builder.reuse(path, then.contentHash());
    }

    /// The looks with the hashes of contents that are known.
    private static FolderLooks hashed(FolderLooks looks, Map<String, Look> known) {
        List<FolderLooks.Folder> folders = new ArrayList<>();
        for (FolderLooks.Folder folder : looks.folders()) {
            String prefix = folder.path().isEmpty() ? "" : folder.path() + "/";
            List<Look> hashed = folder.files().stream()
                    .map(look -> {
                        Look one = known.get(prefix + look.name());
                        return one == null ? look : look.withHash(one.contentHash());
                    })
                    .toList();
            folders.add(new FolderLooks.Folder(folder.path(), folder.changed(), hashed));
        }
        return new FolderLooks(folders);
    }

    /// Writes the index and the note; without a cache (no room, no right to write) the tree is used all the same.
    private Optional<PlaceNote> keep(ImageParts parts, FolderLooks now) throws IOException {
        Fingerprint first = new Fingerprint();
        Fingerprint second = new Fingerprint();
        second.add(Image.VERSION);
        Map<String, Look> read = new HashMap<>();
        parts.eachFile((path, hash) -> {
            first.add(path);
            first.add(hash);
            second.add(hash);
            second.add(path);
            read.put(path, new Look(path, 0, 0, hash));
        });
        String name = String.format(Locale.ROOT, "%016x%016x", first.value(), second.value());
        long stamp = files instanceof DirectoryFiles ? 0 : stamp();
        try {
            cache.keep(name, out -> parts.write(out, name));
            return keep(new PlaceNote(place, stamp, name, hashed(now, read), files.losses()));
        } catch (IOException noCache) {
            warn(noCache);
            return Optional.empty();
        }
    }

    private Optional<PlaceNote> keep(PlaceNote note) {
        try {
            cache.note(place, note);
            return Optional.of(note);
        } catch (IOException noCache) {
            warn(noCache);
            return Optional.empty();
        }
    }

    private void warn(IOException noCache) {
        System.getLogger("whence.source")
                .log(System.Logger.Level.WARNING, "the index cannot be kept in " + cache.folder() + ": " + noCache);
    }
}
