package whence.timeline.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The program that an exec's text names, however a tool writes it.
public final class Program {
    /// A path in quotes or free, with its last name in a group.
    private static final Pattern PATH = Pattern.compile("(?<![^\\s\"])(?:/[^\\s\"/,]+)*/([^\\s\"/,]+)");

    private static final int TASK_NAME = 15;

    private Program() {}

    /// Its name without folders; empty where no path is written.
    public static Optional<String> in(String text) {
        Matcher path = PATH.matcher(text);
        return path.find() ? Optional.of(path.group(1)) : Optional.empty();
    }

    /// Its name as the kernel keeps it.
    public static Optional<String> task(String text) {
        return in(text).map(name -> name.length() > TASK_NAME ? name.substring(0, TASK_NAME) : name);
    }

    /// Whether two texts name the same program.
    public static boolean same(String one, String other) {
        return one.equals(other)
                || in(one).filter(other::contains).isPresent()
                || in(other).filter(one::contains).isPresent();
    }
}
