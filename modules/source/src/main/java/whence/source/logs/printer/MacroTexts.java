package whence.source.logs.printer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import whence.source.index.Image;
import whence.source.index.facts.Shard;

/// Macros that hold texts, by name, as a file sees them: its own definition first, then those of headers, the nearest
/// folder before others.
public final class MacroTexts {
    /// What a file defines to put its name before its messages.
    private static final List<String> ITSELF = List.of("pr_fmt", "dev_fmt");

    private final Image image;
    private final Map<Integer, Shard> shards = new ConcurrentHashMap<>();
    private final Map<Use, List<Found>> found = new ConcurrentHashMap<>();
    private final Map<String, List<Found>> folders = new ConcurrentHashMap<>();
    private final Map<String, List<Header>> defining = new ConcurrentHashMap<>();

    /// Reads nothing yet; safe for use from any thread.
    public MacroTexts(Image image) {
        this.image = image;
    }

    /// A definition, the file it stands in and its line there.
    public record Found(MacroShape shape, int file, int line) {}

    /// The facts of a file, the ones used last kept.
    public Shard shard(int file) {
        if (shards.size() > 512) {
            shards.clear();
        }
        return shards.computeIfAbsent(file, image::shard);
    }

    /// All definitions that a place may mean by a name, the likeliest first: of those in its own file the last one
    /// above it.
    public List<Found> of(String name, Place place) {
        boolean outer = place.outer() && itself(name);
        List<Found> all = all(name, place.file(), outer);
        if (all.size() < 2 || all.getFirst().file() != place.file()) {
            return all;
        }
        List<Found> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparing((Found one) -> one.line() > place.line())
                .thenComparingInt(one -> Math.abs(place.line() - one.line())));
        return ordered;
    }

    /// How many times the file has defined `pr_fmt` or `dev_fmt` above a place: between two of them the same holds.
    int section(Place place) {
        int above = 0;
        for (String name : ITSELF) {
            for (Found one : all(name, place.file(), false)) {
                above += one.file() == place.file() && one.line() <= place.line() ? 1 : 0;
            }
        }
        return above;
    }

    private List<Found> all(String name, int file, boolean outer) {
        if (found.size() > 20_000) {
            found.clear();
        }
        return found.computeIfAbsent(new Use(name, file, outer), this::look);
    }

    private record Use(String name, int file, boolean outer) {}

    private List<Found> look(Use use) {
        String name = use.name();
        int file = use.file();
        int id = image.name(name);
        List<Found> all = new ArrayList<>();
        if (id < 0) {
            return all;
        }
        if (!use.outer()) {
            add(id, file, all);
        }
        if (all.isEmpty() && itself(name)) {
            String folder = folder(image.path(file));
            return folders.computeIfAbsent(name + " " + folder, any -> headers(name, id, file));
        }
        return all.isEmpty() ? headers(name, id, file) : List.copyOf(all);
    }

    /// What headers define.
    private List<Found> headers(String name, int id, int file) {
        List<Found> all = new ArrayList<>();
        String path = image.path(file);
        if (defining.size() > 20_000) {
            defining.clear();
        }
        defining.computeIfAbsent(name, this::definingHeaders).stream()
                .filter(other -> other.file() != file && visible(name, other.path(), path))
                .sorted(Comparator.comparingInt((Header other) -> -near(other.path(), path)))
                .limit(8)
                .forEach(other -> add(id, other.file(), all));
        return List.copyOf(all);
    }

    /// A header that may define a name.
    private record Header(int file, String path) {}

    private List<Header> definingHeaders(String name) {
        return image.constantFiles(name).stream()
                .map(file -> new Header(file, image.path(file)))
                .filter(header -> header.path().endsWith(".h"))
                .toList();
    }

    private void add(int name, int file, List<Found> all) {
        int[] macros = shard(file).macroTexts();
        for (int i = 0; i < macros.length; i += 3) {
            if (macros[i] == name) {
                all.add(new Found(MacroShape.of(image.texts().bytes(macros[i + 1])), file, macros[i + 2]));
            }
        }
    }

    /// Whether a definition in one file can hold in another: one that everybody includes, or a header of the same
    /// folder, a folder above it, or an include folder beside it. What a file names itself with holds in its own
    /// folder and those below it.
    private static boolean visible(String name, String defining, String using) {
        if (name.equals("KBUILD_MODNAME")) {
            return false;
        }
        String folder = folder(defining);
        String user = folder(using);
        if (folder.equals(user)) {
            return true;
        }
        if (itself(name)) {
            return user.startsWith(folder)
                    && folder.chars().filter(c -> c == '/').count() > 1;
        }
        boolean shared =
                defining.startsWith("include/") || (folder.contains("/include/") && defining.startsWith("arch/x86/"));
        boolean beside = folder.length() > 1
                && user.startsWith(folder(folder.substring(0, folder.length() - 1)))
                && folder.chars().filter(c -> c == '/').count() > 2;
        int includes = folder.indexOf("/include/");
        boolean own = includes > 0 && user.startsWith(folder.substring(0, includes + 1));
        return shared || own || user.startsWith(folder) || beside;
    }

    private static boolean itself(String name) {
        return ITSELF.contains(name);
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
