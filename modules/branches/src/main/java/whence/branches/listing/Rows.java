package whence.branches.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.Exit;
import whence.branches.ExitRow;
import whence.branches.ExitWay;
import whence.branches.flow.Node;
import whence.branches.frame.Frame;
import whence.branches.frame.State;
import whence.branches.run.Run;
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

    public List<ExitRow> all() {
        Set<String> everyCall = new LinkedHashSet<>();
        for (int id = 0; id < frame.graph().size(); id++) {
            if (run.reached(id)) {
                everyCall.addAll(calls(frame.graph().node(id), false));
            }
        }
        Map<ExitWay, List<Run.Point>> grouped = new LinkedHashMap<>();
        for (Run.Outcome outcome : run.outcomes()) {
            grouped.computeIfAbsent(way(outcome), absent -> new ArrayList<>())
                    .add(new Run.Point(outcome.node(), outcome.state().key()));
        }
        Map<Exit, ExitRow> rows = new LinkedHashMap<>();
        grouped.forEach((way, points) -> {
            ExitRow row = row(way, points, everyCall);
            rows.merge(row.exit(), row, ExitRow::join);
        });
        return List.copyOf(rows.values());
    }

    /// Assignments to variables on which the value does not depend make no exit of their own.
    private ExitWay way(Run.Outcome outcome) {
        State.Key key = outcome.state().key();
        Set<Integer> relevant =
                descriptions.relevant((Node.Return) frame.graph().node(outcome.node()), key);
        List<Integer> definitions = new ArrayList<>();
        for (int i = 0; i < key.defs().size(); i++) {
            definitions.add(relevant.contains(i) ? key.defs().get(i) : Run.SEVERAL);
        }
        return new ExitWay(reading, outcome.node(), key.commit(), List.copyOf(definitions));
    }

    private ExitRow row(ExitWay way, List<Run.Point> points, Set<String> everyCall) {
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
        return new ExitRow(exit, told.line(), List.copyOf(must), never, List.of(way));
    }

    /// The nearest condition that every way to the exit has passed.
    private Exit.@Nullable Guard guard(ExitWay way, Exploded ways) {
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
