package whence.source.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import whence.source.index.Image;
import whence.source.index.Shard;

/// Macros that hold texts, by name, as a file sees them: its own definition first, then those of headers, the nearest
/// folder before others.
final class MacroTexts {
    private final Image image;
    private final Map<Integer, Shard> shards = new ConcurrentHashMap<>();

    MacroTexts(Image image) {
        this.image = image;
    }

    /// A definition and the file it stands in.
    record Found(MacroShape shape, int file) {}

    Shard shard(int file) {
        if (shards.size() > 512) {
            shards.clear();
        }
        return shards.computeIfAbsent(file, image::shard);
    }

    /// All definitions that a file may mean by a name, the likeliest first.
    List<Found> of(String name, int file) {
        int id = image.name(name);
        List<Found> found = new ArrayList<>();
        if (id < 0) {
            return found;
        }
        add(id, file, found);
        if (found.isEmpty()) {
            String path = image.path(file);
            image.constantFiles(name).stream()
                    .filter(other -> other != file && visible(image.path(other), path))
                    .sorted(java.util.Comparator.comparingInt((Integer other) -> -near(image.path(other), path)))
                    .limit(8)
                    .forEach(other -> add(id, other, found));
        }
        return found;
    }

    private void add(int name, int file, List<Found> found) {
        int[] macros = shard(file).macroTexts();
        for (int i = 0; i < macros.length; i += 3) {
            if (macros[i] == name) {
                found.add(new Found(MacroShape.of(image.texts().bytes(macros[i + 1])), file));
            }
        }
    }

    /// Whether a definition in one file can hold in another: those in headers, and in files of the same folder that may
    /// be
    /// included.
    private static boolean visible(String defining, String using) {
        return defining.endsWith(".h") && (!defining.startsWith("tools/") || using.startsWith("tools/"));
    }

    private static int near(String defining, String using) {
        int same = 0;
        int limit = Math.min(defining.length(), using.length());
        int folders = 0;
        while (same < limit && defining.charAt(same) == using.charAt(same)) {
            folders += defining.charAt(same) == '/' ? 2 : 0;
            same++;
        }
        return folders + (defining.startsWith("include/linux/") ? 1 : 0);
    }
}
