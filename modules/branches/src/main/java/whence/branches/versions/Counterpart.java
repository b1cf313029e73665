package whence.branches.versions;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.source.Function;
import whence.source.SourceFile;
import whence.source.SourceTree;

/// Finds a function again in another version, under another name or in another file too.
public final class Counterpart {
    private static final double LIKE_ENOUGH = 0.5;

    private Counterpart() {}

    /// The function in `other` that a function of `tree` became; empty where none is like it.
    public static Optional<Function> of(SourceTree tree, Function function, SourceTree other) {
        List<Function> named = other.function(function.name());
        if (!named.isEmpty()) {
            return named.stream()
                    .max(Comparator.comparing((Function each) -> each.path().equals(function.path()))
                            .thenComparingDouble(each -> like(tree, function, other, each)));
        }
        Optional<SourceFile> file = other.file(function.path());
        return file.stream()
                .flatMap(each -> each.functions().stream())
                .filter(each -> score(tree, function, other, each) >= LIKE_ENOUGH)
                .max(Comparator.comparingDouble(each -> score(tree, function, other, each)));
    }

    private static double score(SourceTree tree, Function function, SourceTree other, Function candidate) {
        double name =
                Likeness.of(function.name().replace('_', ' '), candidate.name().replace('_', ' '));
        return 0.6 * like(tree, function, other, candidate) + 0.4 * name;
    }

    private static double like(SourceTree tree, Function function, SourceTree other, Function candidate) {
        return Likeness.of(words(tree, function), words(other, candidate));
    }

    private static Map<String, Integer> words(SourceTree tree, Function function) {
        byte[] bytes = tree.file(function).bytes();
        int from = Math.min(function.bodyStart(), bytes.length);
        int to = Math.min(function.end(), bytes.length);
        return Likeness.count(new String(bytes, from, Math.max(0, to - from), StandardCharsets.UTF_8));
    }
}
