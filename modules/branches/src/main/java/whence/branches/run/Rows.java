package whence.branches.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.Exit;
import whence.branches.Exits;
import whence.branches.flow.Node;
import whence.branches.syntax.Expr;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.Walk;

/// The exits that a run without evidence finds: each return with each last assignment and each deciding jump.
public final class Rows {
    private final FunctionText function;
    private final Frame frame;
    private final Run run;
    private final int reading;
    private final Descriptions descriptions;

    public Rows(FunctionText function, Frame frame, Run run, int reading) {
        this.function = function;
        this.frame = frame;
        this.run = run;
        this.reading = reading;
        this.descriptions = new Descriptions(frame, run);
    }

    public List<Exits.Row> all() {
        Set<String> everyCall = new LinkedHashSet<>();
        for (int id = 0; id < frame.graph().size(); id++) {
            if (run.reached(id)) {
                everyCall.addAll(calls(frame.graph().node(id), false));
            }
        }
        Map<Exits.Way, List<Run.Point>> grouped = new LinkedHashMap<>();
        for (Run.Outcome outcome : run.outcomes()) {
            grouped.computeIfAbsent(way(outcome), absent -> new ArrayList<>())
                    .add(new Run.Point(outcome.node(), outcome.state().key()));
        }
        Map<Exit, Exits.Row> rows = new LinkedHashMap<>();
        grouped.forEach((way, points) -> {
            Exits.Row row = row(way, points, everyCall);
            rows.merge(row.exit(), row, Rows::join);
        });
        return List.copyOf(rows.values());
    }

    /// Assignments to variables on which the value does not depend make no exit of their own.
    private Exits.Way way(Run.Outcome outcome) {
        State.Key key = outcome.state().key();
        Set<Integer> relevant =
                descriptions.relevant((Node.Return) frame.graph().node(outcome.node()), key);
        List<Integer> definitions = new ArrayList<>();
        for (int i = 0; i < key.defs().size(); i++) {
            definitions.add(relevant.contains(i) ? key.defs().get(i) : Run.SEVERAL);
        }
        return new Exits.Way(reading, outcome.node(), key.commit(), List.copyOf(definitions));
    }

    private static Exits.Row join(Exits.Row a, Exits.Row b) {
        List<Exits.Way> all = new ArrayList<>(a.ways());
        all.addAll(b.ways());
        return new Exits.Row(
                a.exit(),
                a.valueLine(),
                a.mustCall().stream().filter(b.mustCall()::contains).toList(),
                a.neverCall().stream().filter(b.neverCall()::contains).toList(),
                all);
    }

    private Exits.Row row(Exits.Way way, List<Run.Point> points, Set<String> everyCall) {
        Node.Return end = (Node.Return) frame.graph().node(way.node());
        Descriptions.Told told = descriptions.of(end, points.getFirst().key());
        int line =
                way.commit() < 0 ? end.line() : frame.graph().node(way.commit()).line();
        Exploded ways = Exploded.of(run, points);
        Set<String> must = new LinkedHashSet<>();
        for (int node : ways.passedByAll().reversed()) {
            must.addAll(calls(frame.graph().node(node), true));
        }
        Set<String> may = new LinkedHashSet<>();
        ways.passedBySome().forEach(node -> may.addAll(calls(frame.graph().node(node), false)));
        List<String> never =
                everyCall.stream().filter(name -> !may.contains(name)).toList();
        Exit exit = new Exit(
                function.name(),
                function.file(),
                line,
                end.line(),
                told.values(),
                guard(way, ways),
                told.kind(),
                told.callee());
        return new Exits.Row(exit, told.line(), List.copyOf(must), never, List.of(way));
    }

    /// The nearest condition that every way to the exit has passed.
    private Exit.@Nullable Guard guard(Exits.Way way, Exploded ways) {
        Exploded decided = way.commit() < 0 ? ways : Exploded.of(run, ways.jumps(way.commit()));
        for (int node : decided.passedByAll()) {
            if (frame.graph().node(node) instanceof Node.Guarded it) {
                return new Exit.Guard(it.text(), it.line(), it.takenWhen());
            }
        }
        return null;
    }

    private List<String> calls(Node node, boolean certain) {
        Expr of = Frame.expression(node);
        List<String> names = new ArrayList<>();
        for (Walk.Visit visit : of == null ? List.<Walk.Visit>of() : Walk.parts(of)) {
            if (visit.part() instanceof Expr.Call call
                    && !call.name().isEmpty()
                    && !frame.local(call.name())
                    && (visit.certain() || !certain)) {
                names.add(call.name());
            }
        }
        return names;
    }
}
