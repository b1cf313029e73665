package whence.branches.versions;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.branches.Exit;

/// Aligns the exits of two versions. Lines do not count: only what an exit gives, and when.
final class ExitDiff {
    private final List<Exit> left;
    private final List<Exit> right;
    private final int[] match;
    private final boolean[] taken;
    private final ExitChange.@Nullable Kind[] kinds;

    private ExitDiff(List<Exit> left, List<Exit> right) {
        this.left = left;
        this.right = right;
        this.match = new int[left.size()];
        this.taken = new boolean[right.size()];
        this.kinds = new ExitChange.Kind[left.size()];
        Arrays.fill(match, -1);
    }

    static List<ExitChange> of(List<Exit> left, List<Exit> right) {
        ExitDiff diff = new ExitDiff(left, right);
        diff.inOrder();
        diff.pair(ExitChange.Kind.MOVED, (a, b) -> key(a).equals(key(b)) ? 1 : 0);
        diff.alike();
        diff.stayed();
        diff.pair(ExitChange.Kind.VALUE_CHANGED, ExitDiff::sameGuard);
        diff.pair(ExitChange.Kind.GUARD_CHANGED, ExitDiff::likeGuard);
        return diff.changes();
    }

    private static String value(Exit exit) {
        return exit.kind() + " " + (exit.callee() == null ? String.join("|", exit.values()) : exit.callee());
    }

    private static String guard(Exit exit) {
        Exit.Guard guard = exit.guard();
        return guard == null ? "" : guard.takenWhen() + " " + guard.text().replaceAll("\\s+", "");
    }

    private static String key(Exit exit) {
        return value(exit) + "\n" + guard(exit);
    }

    private void inOrder() {
        List<String> leftKeys = left.stream().map(ExitDiff::key).toList();
        List<String> rightKeys = right.stream().map(ExitDiff::key).toList();
        int atLeft = 0;
        int atRight = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(leftKeys, rightKeys).getDeltas()) {
            while (atLeft < delta.getSource().getPosition()) {
                same(atLeft++, atRight++);
            }
            atLeft += delta.getSource().size();
            atRight += delta.getTarget().size();
        }
        while (atLeft < left.size()) {
            same(atLeft++, atRight++);
        }
    }

    private void same(int a, int b) {
        match[a] = b;
        taken[b] = true;
    }

    /// Exits that give the same under the same guard belong together in their order.
    private void alike() {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int a = 0; a < match.length; a++) {
            if (match[a] >= 0) {
                groups.computeIfAbsent(key(left.get(a)), absent -> new ArrayList<>())
                        .add(a);
            }
        }
        for (List<Integer> group : groups.values()) {
            boolean moved = group.stream().anyMatch(a -> kinds[a] == ExitChange.Kind.MOVED);
            int[] there = group.stream().mapToInt(a -> match[a]).sorted().toArray();
            for (int i = 0; i < there.length && moved && group.size() > 1; i++) {
                match[group.get(i)] = there[i];
                kinds[group.get(i)] = ExitChange.Kind.MOVED;
            }
        }
    }

    /// Exits on one line have no order: what only ceased to share a line with others, or began to, has not moved.
    private void stayed() {
        for (int a = 0; a < match.length; a++) {
            if (kinds[a] == ExitChange.Kind.MOVED && !overtakes(a)) {
                kinds[a] = null;
            }
        }
    }

    private boolean overtakes(int a) {
        for (int b = 0; b < match.length; b++) {
            int before = Integer.compare(left.get(a).line(), left.get(b).line());
            int after = match[b] < 0
                    ? 0
                    : Integer.compare(
                            right.get(match[a]).line(), right.get(match[b]).line());
            if (before * after < 0) {
                return true;
            }
        }
        return false;
    }

    private static double sameGuard(Exit a, Exit b) {
        return !guard(a).isEmpty() && guard(a).equals(guard(b)) ? 1 : 0;
    }

    private static double likeGuard(Exit a, Exit b) {
        if (!value(a).equals(value(b)) || a.guard() == null || b.guard() == null) {
            return 0;
        }
        return Likeness.of(a.guard().text(), b.guard().text());
    }

    private interface Measure {
        double of(Exit a, Exit b);
    }

    private record Pair(int left, int right, double like) {}

    /// Pairs what is left, the likest first, and of equals the nearest in order.
    private void pair(ExitChange.Kind kind, Measure measure) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; match[i] < 0 && j < right.size(); j++) {
                double like = taken[j] ? 0 : measure.of(left.get(i), right.get(j));
                if (like >= 0.4) {
                    pairs.add(new Pair(i, j, like));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.like())
                .thenComparingInt(pair -> Math.abs(pair.left() - pair.right()))
                .thenComparingInt(Pair::left));
        for (Pair pair : pairs) {
            if (match[pair.left()] < 0 && !taken[pair.right()]) {
                same(pair.left(), pair.right());
                kinds[pair.left()] = kind;
            }
        }
    }

    private List<ExitChange> changes() {
        List<ExitChange> changes = new ArrayList<>();
        int next = 0;
        for (int j = 0; j < right.size(); j++) {
            int from = indexOf(j);
            while (from >= 0 && kinds[from] == null && next < from) {
                removed(next++, changes);
            }
            if (from < 0) {
                changes.add(new ExitChange(ExitChange.Kind.ADDED, null, right.get(j)));
            } else if (kinds[from] != null) {
                changes.add(new ExitChange(kinds[from], left.get(from), right.get(j)));
            } else {
                next = from + 1;
            }
        }
        while (next < left.size()) {
            removed(next++, changes);
        }
        return changes;
    }

    private void removed(int at, List<ExitChange> changes) {
        if (match[at] < 0) {
            changes.add(new ExitChange(ExitChange.Kind.REMOVED, left.get(at), null));
        }
    }

    private int indexOf(int rightExit) {
        for (int i = 0; i < match.length; i++) {
            if (match[i] == rightExit) {
                return i;
            }
        }
        return -1;
    }
}
