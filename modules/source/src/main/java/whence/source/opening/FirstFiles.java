package whence.source.opening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.bytes.MappedFile;
import whence.source.cache.SourceCache;
import whence.source.files.Files;
import whence.source.index.Image;
import whence.source.index.IndexBuilder;
import whence.source.index.table.DamagedException;
import whence.source.index.table.Hash;

/// Takes the files of a tree that has no index yet. By the first of them it is told whether a tree whose index is kept
/// is much the same (another revision, the archive that a directory was unpacked from); then what has not changed is
/// copied from there.
final class FirstFiles implements Files.Reader, AutoCloseable {
    /// Files that are looked at; of a kernel's these are documentation and the first architecture.
    private static final int ENOUGH = 200;

    private static final long ENOUGH_BYTES = 16 << 20;
    /// Indexes that are compared with.
    private static final int MOST_TRIED = 4;
    /// With less in common, taking over the other tree's names and texts costs more than it saves.
    private static final double ALIKE = 0.8;

    private final SourceCache cache;
    private final List<String> paths = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private long bytes;
    private @Nullable MappedFile mapped;
    private @Nullable IndexBuilder builder;

    FirstFiles(SourceCache cache) {
        this.cache = cache;
    }

    @Override
    public void file(String path, byte[] text, int length) {
        if (builder != null) {
            builder.add(path, text, length, 0);
            return;
        }
        paths.add(path);
        contents.add(Arrays.copyOf(text, length));
        bytes += length;
        if (paths.size() == ENOUGH || bytes > ENOUGH_BYTES) {
            begin();
        }
    }

    /// What was built of all files.
    IndexBuilder builder() {
        return builder == null ? begin() : builder;
    }

    private IndexBuilder begin() {
        IndexBuilder fresh = new IndexBuilder(alike());
        builder = fresh;
        for (int i = 0; i < paths.size(); i++) {
            fresh.add(paths.get(i), contents.get(i), contents.get(i).length, 0);
        }
        contents.clear();
        return fresh;
    }

    private @Nullable Image alike() {
        List<Long> hashes = contents.stream().map(Hash::content).toList();
        for (String name : cache.names().stream().limit(MOST_TRIED).toList()) {
            Optional<Image> image = image(name);
            if (image.isPresent() && alike(image.get(), hashes)) {
                return image.get();
            }
            close();
        }
        return null;
    }

    private Optional<Image> image(String name) {
        try {
            Optional<MappedFile> file = cache.peek(name);
            mapped = file.orElse(null);
            return file.map(there -> Image.inFile(there.bytes(), name));
        } catch (IOException | DamagedException unusable) {
            return Optional.empty();
        }
    }

    private static boolean alike(Image image, List<Long> hashes) {
        try {
            Set<Long> known = new HashSet<>();
            for (int file = 0; file < image.files(); file++) {
                known.add(image.contentHash(file));
            }
            long same = hashes.stream().filter(known::contains).count();
            return same > 0 && same >= ALIKE * hashes.size();
        } catch (DamagedException damaged) {
            return false;
        }
    }

    @Override
    public void close() {
        MappedFile open = mapped;
        mapped = null;
        if (open != null) {
            open.close();
        }
    }
}
