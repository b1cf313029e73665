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
    private final Map<Use, List<Found>> found = new ConcurrentHashMap<>();

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
        if (found.size() > 20_000) {
            found.clear();
        }
        return found.computeIfAbsent(new Use(name, file), use -> look(use.name(), use.file()));
    }

    private record Use(String name, int file) {}

    private List<Found> look(String name, int file) {
        int id = image.name(name);
        List<Found> all = new ArrayList<>();
        if (id < 0) {
            return all;
        }
        add(id, file, all);
        if (all.isEmpty()) {
            String path = image.path(file);
            image.constantFiles(name).stream()
                    .filter(other -> other != file && visible(name, image.path(other), path))
                    .sorted(java.util.Comparator.comparingInt((Integer other) -> -near(image.path(other), path)))
                    .limit(8)
                    .forEach(other -> add(id, other, all));
        }
        return List.copyOf(all);
    }

    private void add(int name, int file, List<Found> all) {
        int[] macros = shard(file).macroTexts();
        for (int i = 0; i < macros.length; i += 3) {
            if (macros[i] == name) {
                all.add(new Found(MacroShape.of(image.texts().bytes(macros[i + 1])), file));
            }
        }
    }

    /// Whether a definition in one file can hold in another: one that everybody includes, or a header of the same
    /// folder, a folder above it, or an include folder beside it. What a file names itself with holds in its own
    /// folder only.
    private static boolean visible(String name, String defining, String using) {
        if (!defining.endsWith(".h") || name.equals("KBUILD_MODNAME")) {
            return false;
        }
        String folder = folder(defining);
        String user = folder(using);
        if (folder.equals(user)) {
            return true;
        }
        boolean itself = name.equals("pr_fmt") || name.equals("dev_fmt");
        boolean shared =
                defining.startsWith("include/") || (folder.contains("/include/") && defining.startsWith("arch/x86/"));
        boolean beside = folder.length() > 1
                && user.startsWith(folder(folder.substring(0, folder.length() - 1)))
                && folder.chars().filter(c -> c == '/').count() > 2;
        return !itself && (shared || user.startsWith(folder) || beside);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static int near(String defining, String using) {
        int same = 0;
        int limit = Math.min(defining.length(), using.length());
        int folders = 0;
        while (same < limit && defining.charAt(same) == using.charAt(same)) {
            folders += defining.charAt(same) == '/' ? 2 : 0;
            same++;
        }
        boolean prints = defining.startsWith("include/linux/") && defining.endsWith("printk.h");
        return folders + (prints ? 2 : defining.startsWith("include/linux/") ? 1 : 0);
    }
}
