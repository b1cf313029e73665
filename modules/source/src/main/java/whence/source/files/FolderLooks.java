package whence.source.files;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How the folders of an unpacked tree and its C files looked: whoever kept an index of them asks whether they still
/// look so. A folder changes when a file comes or goes in it, a file's size or time when it is written; every folder
/// and every file is asked, for nothing else tells. That is 60,000 questions for a kernel tree, a tenth of a second.
///
/// @param folders each with its files
public record FolderLooks(List<Folder> folders) {
    /// Nothing.
    public static final FolderLooks NONE = new FolderLooks(List.of());

    /// The time of what was changed so shortly before it was looked at that it may be changed again and still look the
    /// same. Nothing ever has it.
    public static final long UNSURE = Long.MIN_VALUE;

    private static final long SHORTLY_NS = TimeUnit.SECONDS.toNanos(2);

    public FolderLooks {
        folders = List.copyOf(folders);
    }

    /// A folder by its path in the tree (`""` is its root).
    ///
    /// @param changed when something came or went, in nanoseconds since 1970
    public record Folder(String path, long changed, List<Look> files) {
        public Folder {
            files = List.copyOf(files);
        }
    }

    /// How one C file looked.
    ///
    /// @param changed when it was written, in nanoseconds since 1970, or [#UNSURE]
    /// @param contentHash of what stood in it; 0 where nobody read it
    public record Look(String name, long size, long changed, long contentHash) {
        public Look withHash(long hash) {
            return new Look(name, size, changed, hash);
        }

        /// Whether it certainly has the contents that the other one had.
        public boolean sameAs(Look other) {
            return size == other.size && changed == other.changed && changed != UNSURE;
        }
    }

    /// The files by their path in the tree.
    public Map<String, Look> byPath() {
        Map<String, Look> all = new HashMap<>();
        for (Folder folder : folders) {
            String prefix = folder.path().isEmpty() ? "" : folder.path() + "/";
            folder.files().forEach(look -> all.put(prefix + look.name(), look));
        }
        return all;
    }

    /// Whether all of it looks as it did. Several threads ask.
    boolean stillTrueOf(Path root) {
        return !folders.isEmpty() && folders.parallelStream().allMatch(folder -> same(root, folder));
    }

    private static boolean same(Path root, Folder folder) {
        Path path = root.resolve(folder.path());
        try {
            BasicFileAttributes there = attributes(path);
            if (!there.isDirectory() || changed(there) != folder.changed()) {
                return false;
            }
            for (Look look : folder.files()) {
                BasicFileAttributes file = attributes(path.resolve(look.name()));
                if (!file.isRegularFile() || file.size() != look.size() || changed(file) != look.changed()) {
                    return false;
                }
            }
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return java.nio.file.Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /// When something was changed, in nanoseconds.
    static long changed(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    }

    /// A time of change as it is kept by one who looks at `now`.
    static long kept(long changed, long now) {
        return changed > now - SHORTLY_NS ? UNSURE : changed;
    }
}
