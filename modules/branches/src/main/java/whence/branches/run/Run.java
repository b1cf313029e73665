package whence.branches.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import whence.branches.Evidence;
import whence.branches.flow.Node;
import whence.branches.frame.Assignments;
import whence.branches.frame.Commits;
import whence.branches.frame.Fact;
import whence.branches.frame.Frame;
import whence.branches.frame.State;
import whence.branches.syntax.Expr;
import whence.branches.syntax.FunctionText;
import whence.branches.syntax.Stmt;
import whence.branches.value.CType;
import whence.branches.value.Premise;
import whence.branches.value.Value;

/// One run of a function on sets of values. Ways that reach a node with different last assignments of the returned
/// variables, behind different committing jumps, or behind different callees known to have run, are kept apart.
public final class Run {
    /// A variable was set in one of several places.
    public static final int SEVERAL = -2;
    /// A variable has what it had on entry.
    public static final int ENTRY = -1;

    private static final int MOST_STEPS = 60_000;

    final Frame frame;
    final Frames frames;
    final int depth;
    final List<String> bodies;
    int macroDepth;
    private final Evidence evidence;
    private final Callees callees;
    private final Commits commits;
    private final Map<String, Value.Place> places = new HashMap<>();
    private final Ways ways;
    private final Map<Point, Outcome> outcomes = new LinkedHashMap<>();
    private final List<Cut> cuts = new ArrayList<>();
    private final int[] steps;
    private final Nested nested;
    private boolean wrote;
    private boolean unknown;

    /// A node on one of the ways that are kept apart.
    public record Point(int node, State.Key key) {}

    /// A return that can be reached.
    ///
    /// @param handedOut what it left behind the parameters through which errors are handed out
    public record Outcome(int node, State state, Value value, List<Value> handedOut) {}

    /// A way that evidence closed.
    ///
    /// @param to the node that is not reached from `node`; -1 where `node` itself does not come to its end
    public record Cut(int node, int to, String rule, String text, Set<Premise> because) {}

    public Run(Frame frame, Frames frames, Evidence evidence) {
        this(
                frame,
                frames,
                evidence,
                0,
                Callees.of(frame, frames, evidence),
                List.of(frame.function.name()),
                new int[1]);
    }

    Run(Frame frame, Run outer, FunctionText callee) {
        this(
                frame,
                outer.frames,
                outer.evidence,
                outer.depth + 1,
                outer.callees.inside(callee.isInline()),
                plus(outer.bodies, callee.name()),
                outer.steps);
    }

    private Run(
            Frame frame,
            Frames frames,
            Evidence evidence,
            int depth,
            Callees callees,
            List<String> bodies,
            int[] steps) {
        this.frame = frame;
        this.frames = frames;
        this.evidence = evidence;
        this.depth = depth;
        this.callees = callees;
        this.bodies = bodies;
        this.steps = steps;
        this.commits = new Commits(frame);
        this.nested = new Nested(this);
        this.ways = new Ways(frame, callees);
    }

    private static List<String> plus(List<String> names, String name) {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        return List.copyOf(more);
    }

    /// The reading of the function that is run.
    public Frame frame() {
        return frame;
    }

    Callees callees() {
        return callees;
    }

    Nested nested() {
        return nested;
    }

    Value configured(String test, String option) {
        return Configured.test(test, option, evidence);
    }

    Value.@Nullable Place place(String parameter) {
        Value.Place place = places.get(parameter);
        return place != null ? place : depth == 0 ? new Value.Place("*" + parameter, 0) : null;
    }

    void place(String parameter, Value.Place place) {
        places.put(parameter, place);
    }

    /// Value of a constant expression, as the source of this function has it.
    public Value constants(Expr of) {
        return frames.constant(of);
    }

    void wroteMemory() {
        wrote = true;
    }

    boolean wrote() {
        return wrote;
    }

    boolean metUnknown() {
        return unknown || ways.merged();
    }

    /// Whether callees are worth running: without evidence they would only tell what any call may do.
    boolean follows() {
        return !evidence.isEmpty();
    }

    boolean spent() {
        return steps[0] > MOST_STEPS;
    }

    int def(int node, String variable, @Nullable Expr how) {
        return frame.assignments.number(node, variable, how);
    }

    public Assignments.@Nullable Def def(int number) {
        return number < 0 ? null : frame.assignments.get(number);
    }

    void blocked(int node, String rule, String text, Set<Premise> because) {
        cuts.add(new Cut(node, -1, rule, text, because));
    }

    State.Key emptyKey(long hits) {
        return new State.Key(frame.tracked.stream().map(name -> ENTRY).toList(), -1, hits);
    }

    /// What is known on entry from evidence alone.
    public State entry() {
        return Entry.of(this);
    }

    /// Runs to the end; false where the budget did not last, and nothing may be concluded.
    public boolean go(State start) {
        int[] order = frame.graph.order();
        PriorityQueue<Point> queue = new PriorityQueue<>((a, b) -> Integer.compare(order[a.node()], order[b.node()]));
        Set<Point> queued = new LinkedHashSet<>();
        Point first = new Point(0, start.key());
        ways.begin(first, start);
        queue.add(first);
        while (!queue.isEmpty()) {
            Point point = queue.poll();
            queued.remove(point);
            if (++steps[0] > MOST_STEPS) {
                return false;
            }
            State state = ways.at(point);
            if (state == null) {
                continue;
            }
            new Step(this, point.node(), state).run((to, after) -> {
                Point next = ways.arrive(point, to, after);
                if (next != null && queued.add(next)) {
                    queue.add(next);
                }
            });
        }
        return true;
    }

    void returned(int node, State state, Value value) {
        List<Value> handed = new ArrayList<>();
        for (String lvalue : frame.handedOut) {
            int def = state.key().defs().get(frame.tracked.indexOf(lvalue));
            Fact fact = state.facts().get(lvalue);
            if (def != ENTRY) {
                handed.add(fact == null ? Value.unknown(CType.INT) : fact.value());
            }
        }
        outcomes.put(new Point(node, state.key()), new Outcome(node, state, value, handed));
    }

    void met(Node.Unknown region) {
        unknown = true;
    }

    void cut(int node, int to, String rule, String text, Set<Premise> because) {
        cuts.add(new Cut(node, to, rule, text, because));
    }

    State committed(int node, State state) {
        return commits.behind(node, state);
    }

    void declare(Evaluator evaluator, Stmt.Declarator one) {
        Declaring.run(evaluator, one);
    }

    Evidence evidence() {
        return evidence;
    }

    public List<Outcome> outcomes() {
        return List.copyOf(outcomes.values());
    }

    /// Ways closed by evidence. A node may stand here although another way leads on from it.
    public List<Cut> cuts() {
        return List.copyOf(cuts);
    }

    /// Whether too many ways met in one place, so that some were not kept apart.
    public boolean merged() {
        return ways.merged();
    }

    /// For each point that was reached, the points it was reached from.
    public Map<Point, Set<Point>> edges() {
        return ways.edges();
    }

    public boolean reached(int node) {
        return node == 0 || ways.reached(node);
    }
}
