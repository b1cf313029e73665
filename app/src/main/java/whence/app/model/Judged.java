package whence.app.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.branches.JudgedExit;
import whence.trail.Trail;
import whence.trail.Verdict;

/// The verdicts of a trail by the source they are about.
public final class Judged {
    private Judged() {}

    /// The verdict of the source that matches, then the others.
    public static List<Verdict> verdicts(@Nullable Trail trail) {
        if (trail == null) {
            return List.of();
        }
        List<Verdict> all = new ArrayList<>();
        all.add(trail.verdict());
        all.addAll(trail.otherSources());
        return List.copyOf(all);
    }

    /// The verdict in one source.
    public static Optional<Verdict> in(@Nullable Trail trail, String tree) {
        return verdicts(trail).stream()
                .filter(v -> Objects.equals(v.source(), tree))
                .findFirst();
    }

    /// The marks of one file of one source, by line.
    public static List<ExitMark> marks(@Nullable Trail trail, String tree, String file) {
        return in(trail, tree).stream()
                .flatMap(v -> v.exits().stream())
                .filter(e -> sameFile(e.exit().file(), file))
                .map(ExitMark::of)
                .toList();
    }

    /// Judged exits of one source.
    public static List<JudgedExit> exits(@Nullable Trail trail, String tree) {
        return in(trail, tree).map(Verdict::exits).orElse(List.of());
    }

    // A verdict may name the file by its path in the kernel tree, the session by its path in the archive.
    static boolean sameFile(String one, String other) {
        return one.equals(other) || one.endsWith("/" + other) || other.endsWith("/" + one);
    }
}
