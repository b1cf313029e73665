package whence.trail.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import whence.branches.Elimination;
import whence.branches.Evidence;
import whence.branches.Exits;
import whence.branches.JudgedExit;
import whence.branches.NextProbe;
import whence.branches.inside.Instruction;
import whence.branches.scope.Architecture;
import whence.branches.scope.Headers;
import whence.branches.scope.TreeScope;
import whence.branches.syntax.FunctionText;
import whence.branches.value.CType;
import whence.branches.value.Premise;
import whence.branches.value.Types;
import whence.session.LabelledSource;
import whence.source.Configuration;
import whence.source.Function;
import whence.source.SourceTree;
import whence.trail.Board;

/// Judges by a source tree of the session. Not for several threads at a time.
public final class TreeJudge implements Judge {
    /// What lies here is never part of the kernel that ran.
    private static final Pattern FOREIGN = Pattern.compile("(tools|samples|scripts|Documentation|usr)/.*");

    /// The bits of the smallest type that a function can return.
    private static final long LOWEST = 0xff;

    private final LabelledSource source;
    private final KernelOptions options;
    private final Optional<Architecture> architecture;
    private final Configuration configuration;
    private final Map<String, List<Exits>> read = new HashMap<>();
    private final Headers headers;
    private final Map<String, List<CType>> returns = new HashMap<>();
    private final Map<String, String> homes = new HashMap<>();

    public TreeJudge(LabelledSource source) {
        this(source, KernelOptions.UNKNOWN, Optional.empty());
    }

    /// @param options of the kernel that the source is of: alternatives they do not compile count for nothing, and
    /// they decide the guards that ask for them
    /// @param architecture of the kernel that ran: what lies below `arch/` for another counts for nothing;
    /// where it is not known, headers are read as x86 has them, and errors may have any of their numbers
    public TreeJudge(LabelledSource source, KernelOptions options, Optional<Architecture> architecture) {
        this.source = source;
        this.headers = new Headers(source.tree());
        this.architecture = architecture;
        this.options = options;
        this.configuration = options.configuration();
    }

    @Override
    public String label() {
        return source.label();
    }

    public SourceTree tree() {
        return source.tree();
    }

    /// Whether the source has a body of a function.
    public boolean has(String function) {
        return !bodies(function).isEmpty();
    }

    @Override
    public void calledFrom(String function, String file) {
        boolean there = bodies(function).stream()
                .anyMatch(each -> each.isStatic() && each.path().equals(file));
        if (there && !file.equals(homes.put(function, file))) {
            read.remove(function);
        }
    }

    @Override
    public Optional<Judged> judge(String function, Evidence evidence) {
        List<Exits> definitions = definitions(function);
        if (definitions.isEmpty()) {
            return Optional.empty();
        }
        List<JudgedExit> judged = new ArrayList<>();
        definitions.forEach(d -> judged.addAll(Elimination.judge(d, options.to(evidence))));
        FunctionText first = definitions.getFirst().function();
        return Optional.of(new Judged(first.name(), first.file(), first.startLine(), judged));
    }

    /// The exits of a function against each premise of the evidence; empty where the source has no body of it, or more
    /// than one.
    public Optional<Board> board(String function, Evidence evidence) {
        List<Exits> definitions = definitions(function);
        if (definitions.size() != 1) {
            return Optional.empty();
        }
        Evidence all = options.to(evidence);
        List<JudgedExit> together = Elimination.judge(definitions.getFirst(), all);
        Map<Premise, List<JudgedExit>> alone = new LinkedHashMap<>(Elimination.board(definitions.getFirst(), all));
        options.dropUnused(alone);
        List<Board.Row> rows = new ArrayList<>();
        for (int i = 0; i < together.size(); i++) {
            int row = i;
            rows.add(new Board.Row(
                    together.get(i),
                    alone.values().stream().map(column -> column.get(row)).toList()));
        }
        return Optional.of(
                new Board(source.label(), definitions.getFirst().function().name(), List.copyOf(alone.keySet()), rows));
    }

    @Override
    public Optional<FunctionText> text(String function) {
        List<Exits> definitions = definitions(function);
        return definitions.size() == 1 ? Optional.of(definitions.getFirst().function()) : Optional.empty();
    }

    @Override
    public boolean seesBody(String function, String callee) {
        Set<String> files =
                definitions(function).stream().map(d -> d.function().file()).collect(Collectors.toSet());
        return bodies(callee).stream()
                .anyMatch(f -> files.contains(f.path()) || f.path().endsWith(".h"));
    }

    @Override
    public boolean callsAtOnePlace(String function, String callee) {
        List<Exits> definitions = definitions(function);
        return definitions.size() == 1 && definitions.getFirst().callsAtOnePlace(callee);
    }

    @Override
    public OptionalLong gave(String function, long register) {
        List<CType> types = types(function);
        if (types.isEmpty() || !types.stream().allMatch(CType::known)) {
            return (register & LOWEST) == 0 && register != 0 ? OptionalLong.empty() : OptionalLong.of(register);
        }
        long[] given =
                types.stream().mapToLong(t -> t.ofRegister(register)).distinct().toArray();
        return given.length == 1 ? OptionalLong.of(given[0]) : OptionalLong.empty();
    }

    private List<CType> types(String function) {
        return returns.computeIfAbsent(
                function,
                name -> bodies(name).stream()
                        .map(f -> new Types(scope(f))
                                .of(TreeScope.read(source.tree(), f).returns()))
                        .distinct()
                        .toList());
    }

    @Override
    public OptionalLong constant(String function, String name) {
        for (Exits definition : definitions(function)) {
            OptionalLong value = definition.constant(name);
            if (value.isPresent()) {
                return value;
            }
        }
        return OptionalLong.empty();
    }

    /// Observations of callees and arguments that would split what the evidence leaves of a function; none where the
    /// source has no body of it, or more than one.
    ///
    /// @param probeable the symbols that a probe can stand on
    public List<NextProbe> suggest(String function, Evidence evidence, Predicate<String> probeable) {
        List<Exits> definitions = definitions(function);
        return definitions.size() == 1
                ? NextProbe.suggest(definitions.getFirst(), options.to(evidence), probeable)
                : List.of();
    }

    /// Probes on branches inside a function that would split what the evidence leaves of it.
    public List<NextProbe> inside(String function, Evidence evidence, List<Instruction> instructions) {
        List<Exits> definitions = definitions(function);
        return definitions.size() == 1 && !instructions.isEmpty()
                ? NextProbe.inside(definitions.getFirst(), options.to(evidence), instructions)
                : List.of();
    }

    private List<Exits> definitions(String function) {
        List<Exits> known = read.get(function);
        if (known == null) {
            String home = homes.get(function);
            known = bodies(function).stream()
                    .filter(each -> home == null || each.path().equals(home))
                    .map(f -> Exits.of(TreeScope.read(source.tree(), f), scope(f)))
                    .toList();
            read.put(function, known);
        }
        return known;
    }

    /// The definitions that can be meant. Stubs in headers stand in for a body elsewhere where an option is off, so
    /// they count only where there is no other.
    private List<Function> bodies(String function) {
        List<Function> all = source.tree().function(function).stream()
                .filter(f -> !FOREIGN.matcher(f.path()).matches())
                .toList();
        List<Function> can = compiled(here(all));
        List<Function> units = can.stream().filter(f -> f.path().endsWith(".c")).toList();
        return units.isEmpty() ? can : units;
    }

    private TreeScope scope(Function function) {
        return TreeScope.of(headers, function.path(), architecture);
    }

    /// Those that the kernel's architecture has; all where it has none, for then a name has another body than these.
    private List<Function> here(List<Function> all) {
        List<Function> own = all.stream()
                .filter(f -> architecture.filter(a -> !a.has(f.path())).isEmpty())
                .toList();
        return own.isEmpty() ? all : own;
    }

    /// Those of several alternatives that the kernel has. That there is one with a body says that one is compiled, so
    /// where the configuration leaves none it is not that of this source.
    private List<Function> compiled(List<Function> all) {
        if (all.size() < 2 || !configuration.isKnown()) {
            return all;
        }
        List<Function> compiled = all.stream()
                .filter(f -> source.tree().compiled(f, configuration) != Configuration.Compiled.NO)
                .toList();
        return compiled.isEmpty() ? all : compiled;
    }
}
