package whence.app.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the workbench remembers between starts: layout and theme, keys the user changed, files opened last. Layout
/// and keys lie under XDG_CONFIG_HOME, recent files under XDG_STATE_HOME. A file that cannot be read or written
/// costs only itself.
public final class Settings {
    private static final System.Logger LOG = System.getLogger(Settings.class.getName());
    private static final int RECENT = 10;

    private final Path config;
    private final Path state;
    private final Map<String, String> layout;
    private final List<Path> recent;

    /// @param config folder for layout and keys
    /// @param state folder for recent files
    public Settings(Path config, Path state) {
        this.config = config;
        this.state = state;
        this.layout = new TreeMap<>(pairs(config.resolve("workbench.conf")));
        this.recent = new ArrayList<>(
                lines(state.resolve("recent")).stream().map(Path::of).toList());
    }

    /// Where the XDG variables of an environment say.
    public static Settings of(Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("HOME", "."));
        return new Settings(
                base(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("whence"),
                base(environment, "XDG_STATE_HOME", home.resolve(".local/state"))
                        .resolve("whence"));
    }

    private static Path base(Map<String, String> environment, String name, Path otherwise) {
        String said = environment.getOrDefault(name, "");
        return said.startsWith("/") ? Path.of(said) : otherwise;
    }

    public String get(String name, String otherwise) {
        return layout.getOrDefault(name, otherwise);
    }

    /// A number, or the other one where there is none or it is nonsense.
    public double number(String name, double otherwise) {
        try {
            double said = Double.parseDouble(get(name, ""));
            return Double.isFinite(said) ? said : otherwise;
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }

    public void put(String name, String value) {
        layout.put(name, value);
    }

    /// Keys the user gave to actions, by the action's id.
    public Map<String, String> keys() {
        return pairs(config.resolve("keys.conf"));
    }

    public Path keysFile() {
        return config.resolve("keys.conf");
    }

    public List<Path> recent() {
        return List.copyOf(recent);
    }

    /// Puts a file on top of the recent ones.
    public void opened(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        recent.remove(absolute);
        recent.addFirst(absolute);
        while (recent.size() > RECENT) {
            recent.removeLast();
        }
        write(state.resolve("recent"), recent.stream().map(Path::toString).toList());
    }

    public void save() {
        write(
                config.resolve("workbench.conf"),
                layout.entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .toList());
    }

    private static Map<String, String> pairs(Path file) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                pairs.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return pairs;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "not read: {0}", file);
            return List.of();
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            LOG.log(System.Logger.Level.DEBUG, "not written: {0}", file);
        }
    }
}
