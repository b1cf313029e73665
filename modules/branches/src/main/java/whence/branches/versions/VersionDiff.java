package whence.branches.versions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.branches.Elimination;
import whence.branches.Evidence;
import whence.branches.Exit;
import whence.branches.ExitFinder;
import whence.branches.Exits;
import whence.branches.JudgedExit;
import whence.source.Function;
import whence.source.SourceTree;

/// The difference of two versions of a function.
///
/// @param lines every line of both, aligned
/// @param exits the exits that differ, in the order of the right version; removed ones stand where they were
public record VersionDiff(
        Function leftFunction,
        Function rightFunction,
        Exits leftExits,
        Exits rightExits,
        List<LineRow> lines,
        List<ExitChange> exits) {
    public VersionDiff {
        lines = List.copyOf(lines);
        exits = List.copyOf(exits);
    }

    /// What does not count as a difference of two lines.
    public record Ignoring(boolean blanks, boolean comments) {
        public static final Ignoring NOTHING = new Ignoring(false, false);
        public static final Ignoring LAYOUT = new Ignoring(true, true);
    }

    /// A change of exits and what the evidence of one failure says to it.
    ///
    /// @param left what evidence leaves of the left exit; null where there is none
    /// @param right what evidence leaves of the right exit: an added guard is refuted by this failure, or
    /// consistent
    public record Crossed(
            ExitChange change,
            @Nullable JudgedExit left,
            @Nullable JudgedExit right) {}

    /// Compares two functions, which may have different names.
    public static VersionDiff of(SourceTree leftTree, Function left, SourceTree rightTree, Function right) {
        return of(leftTree, left, rightTree, right, Ignoring.NOTHING);
    }

    public static VersionDiff of(
            SourceTree leftTree, Function left, SourceTree rightTree, Function right, Ignoring ignoring) {
        Exits leftExits = new ExitFinder(leftTree).exits(left);
        Exits rightExits = new ExitFinder(rightTree).exits(right);
        List<LineRow> lines =
                LineDiff.of(FunctionLines.of(leftTree, left), FunctionLines.of(rightTree, right), ignoring);
        return new VersionDiff(
                left, right, leftExits, rightExits, lines, ExitDiff.of(leftExits.exits(), rightExits.exits()));
    }

    /// How many lines were added, removed, changed or moved.
    public long count(LineRow.Kind kind) {
        return lines.stream().filter(row -> row.kind() == kind).count();
    }

    /// Each change with what evidence leaves of its exits.
    public List<Crossed> crossed(Evidence evidence) {
        List<JudgedExit> left = Elimination.judge(leftExits, evidence);
        List<JudgedExit> right = Elimination.judge(rightExits, evidence);
        List<Crossed> crossed = new ArrayList<>();
        for (ExitChange change : exits) {
            crossed.add(new Crossed(change, find(left, change.left()), find(right, change.right())));
        }
        return crossed;
    }

    private static @Nullable JudgedExit find(List<JudgedExit> judged, @Nullable Exit exit) {
        return judged.stream()
                .filter(each -> each.exit().equals(exit))
                .findFirst()
                .orElse(null);
    }
}
