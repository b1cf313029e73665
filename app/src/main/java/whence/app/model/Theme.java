package whence.app.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// The looks; each is a base theme and the project's own sheets over it.
public enum Theme {
    LIGHT("/atlantafx/base/theme/primer-light.css"),
    DARK("/atlantafx/base/theme/primer-dark.css"),
    HIGH_CONTRAST("/atlantafx/base/theme/primer-dark.css");

    private final String base;

    Theme(String base) {
        this.base = base;
    }

    /// Name in settings and on the command line: `light`, `dark`, `high-contrast`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The theme of a name; light for a name nobody knows.
    public static Theme of(String word) {
        return Stream.of(values())
                .filter(t -> t.word().equals(word))
                .findFirst()
                .orElse(LIGHT);
    }

    /// The toolkit-wide sheet.
    public String base() {
        return base;
    }

    /// The sheets of a window, in order.
    public List<String> sheets() {
        return Stream.of("bridge", word(), "workbench").map(Theme::sheet).toList();
    }

    private static String sheet(String name) {
        String path = "/whence/themes/" + name + ".css";
        return Objects.requireNonNull(Theme.class.getResource(path), path).toExternalForm();
    }

    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
