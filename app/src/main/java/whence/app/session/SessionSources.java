package whence.app.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.app.model.Definition;
import whence.app.model.Difference;
import whence.app.model.SourceText;
import whence.branches.versions.VersionDiff;
import whence.evidence.Ref;
import whence.evidence.Span;
import whence.session.LabelledSource;
import whence.session.Session;
import whence.source.Function;
import whence.source.SourceFile;
import whence.source.SourceTree;
import whence.source.c.LineNumbers;

/// The source trees of a session, and those the user adds; the one of the kernel that ran first.
final class SessionSources {
    private static final int MOST_COMPARED = 2000;
    private static final int FOUND_FOR_ONE_SHOWN = 8;
    /// Programs that come with the kernel's source; its own functions are offered first.
    private static final Pattern BESIDE_THE_KERNEL = Pattern.compile("(tools|samples|scripts|Documentation)/");

    private static final Pattern NOT_CORE = Pattern.compile("(drivers|sound|arch)/");

    private final Map<String, SourceTree> trees = new LinkedHashMap<>();
    private final Map<String, String> folders = new LinkedHashMap<>();
    private final Map<String, List<String>> files = new ConcurrentHashMap<>();

    SessionSources(Session session) {
        String release = session.manifest().host().release();
        session.sources().stream()
                .sorted(Comparator.comparing(source -> !matches(source, release)))
                .forEach(source -> {
                    trees.put(source.label(), source.tree());
                    if (source.entry().kind().equals("artifact")) {
                        folders.put(source.entry().path().replaceFirst("^artifacts/", ""), source.label());
                    }
                });
    }

    private static boolean matches(LabelledSource source, @Nullable String release) {
        return release != null && source.entry().matches(release);
    }

    List<String> labels() {
        return List.copyOf(trees.keySet());
    }

    List<SourceTree> all() {
        return List.copyOf(trees.values());
    }

    Optional<SourceTree> tree(String label) {
        return Optional.ofNullable(trees.get(label));
    }

    /// The C and assembler files of a tree; a whole kernel has tens of thousands, listed once.
    List<String> files(String tree) {
        SourceTree in = trees.get(tree);
        return in == null ? List.of() : files.computeIfAbsent(tree, label -> files(in));
    }

    private static List<String> files(SourceTree in) {
        return in.paths().stream()
                .filter(path -> path.endsWith(".c") || path.endsWith(".h") || path.endsWith(".S"))
                .sorted()
                .toList();
    }

    Optional<SourceText> text(String tree, String file) {
        return Optional.ofNullable(trees.get(tree)).flatMap(t -> t.file(file)).map(f -> text(tree, f));
    }

    private static SourceText text(String tree, SourceFile file) {
        LineNumbers lines = file.lines();
        int count =
                lines.count() > 1 && lines.text(file.bytes(), lines.count() - 1).isEmpty()
                        ? lines.count() - 1
                        : lines.count();
        List<String> texts = new ArrayList<>(count);
        List<Integer> numbers = new ArrayList<>(count);
        boolean stated = lines.statedFile(lines.start(count - 1)) != null;
        for (int i = 0; i < count; i++) {
            String text = lines.text(file.bytes(), i).replace("\t", "        ");
            boolean remark = (stated && lines.statedFile(lines.start(i)) == null) || text.startsWith("#line");
            texts.add(text);
            numbers.add(remark ? 0 : lines.line(lines.start(i)));
        }
        return new SourceText(tree, file.path(), texts, numbers);
    }

    Optional<Ref.Source> definition(String function) {
        return trees.values().stream()
                .flatMap(t -> t.function(function).stream().limit(1))
                .findFirst()
                .map(f -> new Ref.Source(f.tree(), f.path(), f.line()))
                .or(() -> macros(function).map(Definition::at).findFirst());
    }

    private Stream<Definition> macros(String name) {
        return trees.values().stream()
                .flatMap(tree -> tree.macros(name).stream()
                        .map(macro -> new Definition(
                                "#define " + macro.name(), new Ref.Source(tree.label(), macro.path(), macro.line()))));
    }

    /// Macros by the whole name, then functions by a part of theirs.
    List<Definition> functions(String text, int most) {
        return Stream.concat(macros(text), named(text, most)).limit(most).toList();
    }

    private Stream<Definition> named(String text, int most) {
        return trees.values().stream()
                .flatMap(tree -> tree.search(text, most * FOUND_FOR_ONE_SHOWN).stream())
                .sorted(closestTo(text))
                .map(found -> new Definition(found.name(), new Ref.Source(found.tree(), found.path(), found.line())));
    }

    // Of several functions of one name the kernel's core is meant before a driver, and before programs beside it.
    private static Comparator<Function> closestTo(String text) {
        return Comparator.comparing((Function found) ->
                        BESIDE_THE_KERNEL.matcher(found.path()).lookingAt())
                .thenComparing(found -> !found.name().equals(text))
                .thenComparing(found -> !found.name().startsWith(text))
                .thenComparingInt(found -> found.name().length())
                .thenComparing(Function::name)
                .thenComparing(found -> NOT_CORE.matcher(found.path()).lookingAt());
    }

    /// The line of a carried source whose bytes a span is.
    Optional<Ref.Source> at(Span span) {
        return folders.entrySet().stream()
                .filter(e -> span.artifact().startsWith(e.getKey()))
                .findFirst()
                .flatMap(e ->
                        line(e.getValue(), span.artifact().substring(e.getKey().length()), span.offset()));
    }

    private Optional<Ref.Source> line(String label, String path, long offset) {
        return Optional.ofNullable(trees.get(label))
                .flatMap(t -> t.file(path))
                .filter(f -> offset < f.bytes().length)
                .map(f -> new Ref.Source(label, path, f.lines().line((int) offset)));
    }

    /// Functions that the first tree shares with another and that differ there; none for whole kernels, whose every
    /// file would have to be read.
    List<String> comparable() {
        Set<String> names = new TreeSet<>();
        List<SourceTree> all = trees.values().stream()
                .filter(tree -> tree.paths().size() <= MOST_COMPARED)
                .toList();
        for (int i = 1; i < all.size(); i++) {
            SourceTree other = all.get(i);
            all.getFirst().functions().stream()
                    .filter(f -> !other.function(f.name()).isEmpty())
                    .filter(f -> !body(all.getFirst(), f)
                            .equals(body(other, other.function(f.name()).getFirst())))
                    .forEach(f -> names.add(f.name()));
        }
        return List.copyOf(names);
    }

    /// The function in another tree, left, and in the first, right.
    Optional<Difference> difference(String function) {
        List<SourceTree> having = trees.values().stream()
                .filter(t -> !t.function(function).isEmpty())
                .toList();
        if (having.size() < 2) {
            return Optional.empty();
        }
        SourceTree right = having.getFirst();
        SourceTree left = having.get(1);
        VersionDiff diff = VersionDiff.of(
                left,
                left.function(function).getFirst(),
                right,
                right.function(function).getFirst());
        return Optional.of(new Aligned(diff, function, left.label(), right.label()).difference());
    }

    private static List<String> body(SourceTree tree, Function function) {
        SourceText text = text(tree.label(), tree.file(function));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < text.lines().size(); i++) {
            if (function.spans(text.number(i)) && text.number(i) > 0) {
                lines.add(text.lines().get(i).strip());
            }
        }
        return lines;
    }
}
