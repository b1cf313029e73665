package whence.branches.listing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import whence.branches.Evidence;
import whence.branches.ExitWay;
import whence.branches.frame.Frame;
import whence.branches.frame.State;
import whence.branches.run.Frames;
import whence.branches.run.Run;
import whence.branches.syntax.FunctionText;
import whence.branches.value.CType;
import whence.branches.value.Premise;

/// Finds exits again in a run under evidence, and what keeps the others from being reached.
public final class Reaching {
    private Reaching() {}

    /// Whether a return that was reached is this exit. Assignments that are not kept apart match any.
    public static boolean matches(Run run, Run.Outcome outcome, ExitWay way) {
        if (outcome.node() != way.node()) {
            return false;
        }
        State.Key key = outcome.state().key();
        if (run.merged()) {
            return true;
        }
        for (int i = 0; i < key.defs().size(); i++) {
            int def = key.defs().get(i);
            int wanted = way.definitions().get(i);
            if (def != wanted && def != Run.SEVERAL && wanted != Run.SEVERAL) {
                return false;
            }
        }
        return key.commit() == way.commit();
    }

    /// A callee or line that is known to have run.
    public record Passed(long bit, String rule, String text, Premise premise) {}

    /// Everything that every possible way has passed.
    public static List<Passed> passed(Evidence evidence) {
        List<Passed> all = new ArrayList<>();
        List<Evidence.Ran> ran = evidence.ran();
        for (int i = 0; i < Math.min(ran.size(), 40); i++) {
            all.add(new Passed(
                    1L << i,
                    "never-call",
                    "no way to it calls " + ran.get(i).callee() + "()",
                    ran.get(i).premise()));
        }
        List<Evidence.Line> lines = evidence.lines();
        for (int i = 0; i < Math.min(lines.size(), 20); i++) {
            if (lines.get(i).ran()) {
                all.add(new Passed(
                        1L << (40 + i),
                        "line-ran",
                        "no way to it passes line " + lines.get(i).line(),
                        lines.get(i).premise()));
            }
        }
        return all;
    }

    public static long everyHit(Evidence evidence) {
        long bits = 0;
        for (Passed each : passed(evidence)) {
            bits |= each.bit();
        }
        return bits;
    }

    public static long hits(Run.Outcome outcome) {
        return outcome.state().key().hits();
    }

    public static CType returns(FunctionText function, Frames frames) {
        return frames.types().of(function.returns());
    }

    /// The closed ways without which the exit could be reached.
    public static List<Run.Cut> cuts(Run run, Frame frame, ExitWay way) {
        int target = target(run, way);
        List<Run.Cut> found = new ArrayList<>();
        for (Run.Cut cut : run.cuts()) {
            int from = cut.to() >= 0 ? cut.to() : cut.node();
            BitSet behind = frame.graph().reachableFrom(from);
            if (behind.get(target)) {
                found.add(cut);
            }
        }
        return found;
    }

    /// Whether a closed way is one that every way to the exit would have to take.
    public static boolean decides(Run run, Frame frame, ExitWay way, Run.Cut cut) {
        int target = target(run, way);
        boolean total = cut.to() >= 0
                ? !run.reached(cut.to())
                : noneReached(run, frame.graph().next(cut.node()));
        return total && !frame.graph().reachable(target, cut.node(), cut.to());
    }

    private static boolean noneReached(Run run, int[] nodes) {
        for (int node : nodes) {
            if (run.reached(node)) {
                return false;
            }
        }
        return true;
    }

    private static int target(Run run, ExitWay way) {
        if (way.commit() >= 0 && !run.reached(way.commit())) {
            return way.commit();
        }
        return way.node();
    }
}
