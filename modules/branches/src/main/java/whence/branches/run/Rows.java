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
    private final Exploded ways;
    private final Descriptions descriptions;

    public Rows(FunctionText function, Frame frame, Run run, int reading) {
        this.function = function;
        this.frame = frame;
        this.run = run;
        this.reading = reading;
        this.ways = new Exploded(run);
        this.descriptions = new Descriptions(frame, run);
    }

    public List<Exits.Row> all() {
        Set<String> everyCall = new LinkedHashSet<>();
        for (int id = 0; id < frame.graph().size(); id++) {
            if (run.reached(id)) {
                everyCall.addAll(calls(frame.graph().node(id), false));
            }
        }
        Map<Exit, Exits.Row> rows = new LinkedHashMap<>();
        for (Run.Outcome outcome : run.outcomes()) {
            Exits.Row row = row(outcome, everyCall);
            rows.merge(row.exit(), row, Rows::join);
        }
        return List.copyOf(rows.values());
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

    private Exits.Row row(Run.Outcome outcome, Set<String> everyCall) {
        Run.Point point = new Run.Point(outcome.node(), outcome.state().key());
        Node.Return end = (Node.Return) frame.graph().node(outcome.node());
        int commit = outcome.state().key().commit();
        Descriptions.Told told = descriptions.of(end, outcome.state().key());
        Run.Point decided = commit < 0 ? point : ways.jump(point, commit);
        int line = commit < 0 ? end.line() : frame.graph().node(commit).line();
        Exit exit = new Exit(
                function.name(), function.file(), line, end.line(), told.values(), guard(decided), told.kind(), told.callee());
        Set<String> must = new LinkedHashSet<>();
        for (Run.Point before : ways.dominators(point)) {
            must.addAll(calls(frame.graph().node(before.node()), true));
        }
        Set<String> may = new LinkedHashSet<>();
        for (Run.Point before : ways.leadingTo(point)) {
            may.addAll(calls(frame.graph().node(before.node()), false));
        }
        List<String> never = everyCall.stream().filter(name -> !may.contains(name)).toList();
        Exits.Way way = new Exits.Way(reading, outcome.node(), commit, definitions(outcome.state().key()));
        return new Exits.Row(exit, told.line(), List.copyOf(must), never, List.of(way));
    }

    private List<Integer> definitions(State.Key key) {
        return key.defs();
    }

    private Exit.@Nullable Guard guard(Run.Point decided) {
        for (Run.Point before : ways.dominators(decided)) {
            if (frame.graph().node(before.node()) instanceof Node.Guarded it) {
                return new Exit.Guard(it.text(), it.line(), it.takenWhen());
            }
        }
        return null;
    }

    private List<String> calls(Node node, boolean certain) {
        Expr of = switch (node) {
            case Node.Evaluate it -> it.expression();
            case Node.Declare it -> it.declarator().value();
            case Node.Branch it -> it.condition();
            case Node.Pick it -> it.on();
            case Node.Return it -> it.value();
            default -> null;
        };
        List<String> names = new ArrayList<>();
        for (Walk.Visit visit : of == null ? List.<Walk.Visit>of() : Walk.parts(of)) {
            if (visit.part() instanceof Expr.Call call && !call.name().isEmpty() && !frame.local(call.name()) && (visit.certain() || !certain)) {
                names.add(call.name());
            }
        }
        return names;
    }
}
