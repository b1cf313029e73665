package whence.app.view.add;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What files that somebody drops are most likely meant as.
public enum Guess {
    /// Source that answers are looked up in.
    SOURCE,
    /// More of what was captured.
    FILES,
    /// A session of its own.
    SESSION;

    private static final Pattern CODE = Pattern.compile(".*\\.[chS]");
    private static final Pattern ARCHIVE = Pattern.compile(".*(linux|kernel).*\\.(tar(\\.(gz|xz|zst))?|tgz|txz)");

    /// Looks at names and at what a folder holds, not into files.
    public static Guess of(List<Path> files) {
        if (files.stream().allMatch(Guess::isSource)) {
            return SOURCE;
        }
        return files.stream().anyMatch(f -> name(f).endsWith(".whence")) ? SESSION : FILES;
    }

    private static boolean isSource(Path file) {
        if (Files.isDirectory(file)) {
            return (Files.exists(file.resolve("Makefile")) && Files.isDirectory(file.resolve("kernel")))
                    || Files.isDirectory(file.resolve(".git"))
                    || name(file).endsWith(".git");
        }
        return CODE.matcher(name(file)).matches() || ARCHIVE.matcher(name(file)).matches();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /// A label for a tree: what its name says besides endings.
    static String label(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.replaceFirst("\\.(tar(\\.(gz|xz|zst))?|tgz|txz|git)$", "").replaceAll("[^A-Za-z0-9._-]+", "-");
    }
}
