package whence.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import whence.source.SourceTree;
import whence.symbols.objects.WhereDefined;

/// Where the functions of a source tree are compiled: in the files that define them, and in those that include such
/// a file.
public final class DefinedInTree implements WhereDefined {
    /// Kernels since 3.0 have more than 30,000 files of C.
    private static final int LEAST_FILES = 15_000;
    private static final int DEEPEST = 4;
    private final SourceTree tree;
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private @Nullable Map<String, Set<String>> includers;

    /// The tree of a kernel release among the sources, provided it is whole: an excerpt cannot say that a function is
    /// defined nowhere else.
    static Optional<WhereDefined> ofKernel(List<LabelledSource> sources, String release) {
        return sources.stream()
                .filter(source -> source.entry().matches(release))
                .map(LabelledSource::tree)
                .filter(DefinedInTree::whole)
                .findFirst()
                .map(DefinedInTree::new);
    }

    private static boolean whole(SourceTree tree) {
        List<String> paths = tree.paths();
        return paths.size() >= LEAST_FILES && paths.contains("init/main.c");
    }

    public DefinedInTree(SourceTree tree) {
        this.tree = tree;
    }

    @Override
    public Set<String> units(String function) {
        return known.computeIfAbsent(function, this::find);
    }

    private Set<String> find(String function) {
        Set<String> units = new TreeSet<>();
        tree.function(function).forEach(definition -> add(definition.path(), 0, units));
        return units;
    }

    private void add(String path, int depth, Set<String> units) {
        if (units.contains(path) || depth > DEEPEST) {
            return;
        }
        if (path.endsWith(".c")) {
            units.add(path);
        }
        includers().getOrDefault(path, Set.of()).forEach(by -> add(by, depth + 1, units));
    }

    private synchronized Map<String, Set<String>> includers() {
        Map<String, Set<String>> made = includers;
        if (made == null) {
            made = new HashMap<>(tree.includers());
            includers = made;
        }
        return made;
    }
}
