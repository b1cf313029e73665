package whence.branches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import whence.branches.flow.Node;
import whence.branches.frame.Frame;
import whence.branches.listing.Rows;
import whence.branches.run.Frames;
import whence.branches.run.Run;
import whence.branches.scope.Architecture;
import whence.branches.scope.Headers;
import whence.branches.scope.TreeScope;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Exprs;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.Preprocessed;
import whence.branches.syntax.Stmt;
import whence.branches.value.ErrorNames;
import whence.branches.value.Layout;
import whence.source.Function;
import whence.source.SourceTree;

/// Every way out of a function. Not for several threads at a time; the exits themselves are values.
public final class Exits {
    private final FunctionText function;
    private final Frames frames;
    private final List<Frame> readings;
    private final List<ExitRow> rows;
    private final List<UnknownRegion> unknownRegions;

    private Exits(
            FunctionText function,
            Frames frames,
            List<Frame> readings,
            List<ExitRow> rows,
            List<UnknownRegion> regions) {
        this.function = function;
        this.frames = frames;
        this.readings = readings;
        this.rows = rows;
        this.unknownRegions = regions;
    }

    /// The exits of a function of a tree, with what its file and its headers say about the names in it.
    public static Exits of(SourceTree tree, Function function) {
        return of(TreeScope.read(tree, function), new Frames(TreeScope.of(tree, function.path())));
    }

    /// The same for the headers of another architecture than x86.
    public static Exits of(SourceTree tree, Function function, Architecture architecture) {
        TreeScope scope = TreeScope.of(new Headers(tree), function.path(), architecture);
        return of(TreeScope.read(tree, function), new Frames(scope));
    }

    /// The exits of a function.
    public static Exits of(FunctionText function, Surroundings surroundings) {
        return of(function, new Frames(surroundings));
    }

    /// The same, with what was read before for other functions of the same source.
    static Exits of(FunctionText function, Frames frames) {
        Preprocessed.Body body = Preprocessed.read(function.body());
        List<Frame> readings = frames.frames(function, body);
        Map<Exit, ExitRow> merged = new LinkedHashMap<>();
        Map<UnknownRegion, Boolean> regions = new LinkedHashMap<>();
        for (Stmt.Unknown skipped : body.skipped()) {
            regions.put(new UnknownRegion(skipped.line(), skipped.endLine(), skipped.why()), true);
        }
        for (int i = 0; i < readings.size(); i++) {
            Frame frame = readings.get(i);
            regions(frame).forEach(region -> regions.put(region, true));
            Run run = new Run(frame, frames, Evidence.NONE);
            boolean whole = run.go(run.entry());
            if (!whole || run.merged()) {
                String why = "too many ways lead through this function to tell them apart";
                regions.put(new UnknownRegion(function.startLine(), function.endLine(), why), true);
            }
            for (ExitRow row : new Rows(function, frame, run, i).all()) {
                merged.merge(row.exit(), row, ExitRow::join);
            }
        }
        List<ExitRow> rows = new ArrayList<>(merged.values());
        for (UnknownRegion region : regions.keySet()) {
            rows.add(unknown(function, region));
        }
        rows.sort((a, b) -> Integer.compare(a.exit().line(), b.exit().line()));
        return new Exits(function, frames, readings, List.copyOf(rows), List.copyOf(regions.keySet()));
    }

    private static List<UnknownRegion> regions(Frame frame) {
        List<UnknownRegion> regions = new ArrayList<>();
        for (int i = 0; i < frame.graph().size(); i++) {
            if (frame.graph().node(i) instanceof Node.Unknown it) {
                regions.add(new UnknownRegion(it.line(), it.endLine(), it.why()));
            }
        }
        return regions;
    }

    private static ExitRow unknown(FunctionText function, UnknownRegion region) {
        Exit exit = new Exit(
                function.name(),
                function.file(),
                region.startLine(),
                region.startLine(),
                List.of(),
                null,
                Exit.Kind.UNKNOWN,
                null);
        return new ExitRow(exit, region.startLine(), List.of(), List.of(), List.of());
    }

    public FunctionText function() {
        return function;
    }

    /// In the order of the source. A region that could not be read stands among them as an unknown exit.
    public List<ExitRow> rows() {
        return rows;
    }

    public List<Exit> exits() {
        return rows.stream().map(ExitRow::exit).toList();
    }

    public List<UnknownRegion> unknownRegions() {
        return unknownRegions;
    }

    /// Whether a name that this function calls can be a symbol of the kernel: macros and functions that only headers
    /// define as inline are none, and what a compiler makes of a static function nobody knows.
    public boolean canBeProbed(String callee) {
        Surroundings surroundings = frames.surroundings();
        boolean macro = !surroundings.macros(callee).isEmpty() && !surroundings.perhapsNoMacro(callee);
        List<FunctionText> bodies = surroundings.functions(callee);
        boolean inline = !bodies.isEmpty() && bodies.stream().allMatch(FunctionText::isInline);
        boolean shouts = callee.equals(callee.toUpperCase(java.util.Locale.ROOT));
        return !macro && !inline && !shouts && callee.matches("[A-Za-z_]\\w*") && !callee.startsWith("__builtin_");
    }

    /// Whether one place in this function's text is all that can call a function of that name: nothing that the
    /// compiler may put into this one, no function or macro it names however deep, names the callee too.
    public boolean callsAtOnePlace(String callee) {
        return frames.callsAtOnePlace(function, callee);
    }

    /// Whether an expression reads nothing but constants and parameters that keep the value they have on entry.
    boolean onEntry(String expression) {
        return readings.stream().allMatch(frame -> frame.onEntry(Exprs.parse(expression)));
    }

    /// Value of a constant by its name or expression, as this function's source has it: `BPF_PROG_TYPE_KPROBE`. For an
    /// error whose number depends on an architecture that nobody names, the generic one.
    public OptionalLong constant(String text) {
        Expr read = Exprs.parse(text);
        OptionalLong value = frames.types().constant(read);
        return value.isEmpty() && frames.surroundings().errors().isEmpty() ? ErrorNames.meant(read) : value;
    }

    /// Layout of `struct x` or `union x` in this function's source; null where it is not known.
    public @Nullable Layout layout(String tagged) {
        return frames.types().layout(tagged);
    }

    Frames frames() {
        return frames;
    }

    List<Frame> readings() {
        return readings;
    }
}
