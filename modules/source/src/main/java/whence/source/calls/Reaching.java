package whence.source.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import whence.source.CallWay;
import whence.source.index.table.Ints;

/// Walks from a function up to those that can reach it, the likelier ways first: calls by name cost least, calls
/// through members most, the more so the more functions call a member of that name.
public final class Reaching {
    private static final int DEAREST = 40;
    private static final int MOST_VISITED = 400_000;
    private static final int NONE = -1;

    private final CallEdges edges;
    private final IntPredicate outside;
    private final int[] down;
    private final byte[] how;
    private final int[] via;
    private final boolean[] done;
    private final boolean[] starting;
    private final Ints[] waiting = new Ints[DEAREST + 8];
    private int cost;

    /// A step from a function down to the one it reaches.
    ///
    /// @param via the macro's or member's name, -1 for others
    public record Step(int caller, int callee, CallWay way, int via) {}

    /// @param outside files whose functions are not walked into, such as those of user programs
    public Reaching(CallEdges edges, IntPredicate outside) {
        this.edges = edges;
        this.outside = outside;
        this.down = new int[edges.functions()];
        this.how = new byte[edges.functions()];
        this.via = new int[edges.functions()];
        this.done = new boolean[edges.functions()];
        this.starting = new boolean[edges.functions()];
        Arrays.fill(down, NONE);
        Arrays.setAll(waiting, i -> new Ints());
    }

    /// The way down from each function that `wanted` accepts, at most `most` of them, the likeliest first.
    public List<List<Step>> from(int target, IntPredicate wanted, int most) {
        List<List<Step>> found = new ArrayList<>();
        down[target] = target;
        starting[target] = edges.isInit(target);
        waiting[0].add(target);
        int visited = 0;
        for (cost = 0; cost <= DEAREST && found.size() < most; cost++) {
            for (int i = 0; i < waiting[cost].size() && found.size() < most && visited < MOST_VISITED; i++) {
                int function = waiting[cost].get(i);
                if (done[function]) {
                    continue;
                }
                done[function] = true;
                visited++;
                if (wanted.test(function)) {
                    found.add(way(function, target));
                } else {
                    expand(function);
                }
            }
        }
        return found;
    }

    /// What calls a function directly, each with its way.
    public List<Step> callers(int target) {
        down[target] = target;
        starting[target] = edges.isInit(target);
        expand(target);
        List<Step> steps = new ArrayList<>();
        for (Ints column : waiting) {
            for (int i = 0; i < column.size(); i++) {
                int caller = column.get(i);
                steps.add(new Step(caller, target, CallWay.values()[how[caller]], via[caller]));
            }
        }
        return steps;
    }

    private void expand(int function) {
        int name = edges.name(function);
        edges.callers(name, caller -> reach(caller, function, CallWay.CALL, NONE, 1));
        edges.macros(name, macro -> edges.callers(macro, caller -> reach(caller, function, CallWay.MACRO, macro, 2)));
        edges.handedBy(name, caller -> reach(caller, function, CallWay.HANDED, NONE, 4));
        edges.members(name, member -> {
            int many = 32 - Integer.numberOfLeadingZeros(edges.memberCallers(member));
            edges.callersOfMember(member, caller -> reach(caller, function, CallWay.MEMBER, member, 3 + many / 2));
        });
    }

    private void reach(int caller, int callee, CallWay way, int through, int price) {
        if (down[caller] != NONE || outside.test(edges.file(caller)) || !canMean(caller, callee, way)) {
            return;
        }
        boolean starts = starting[callee] && (way == CallWay.CALL || way == CallWay.MACRO);
        if (starts && !mayStart(caller)) {
            return;
        }
        starting[caller] = edges.isInit(caller) || (starts && !edges.mayCallInit(caller));
        down[caller] = callee;
        how[caller] = (byte) way.ordinal();
        via[caller] = through;
        waiting[Math.min(cost + price, waiting.length - 1)].add(caller);
    }

    /// What stays in memory does not call what is thrown away after the start; the kernel's build looks for such calls.
    /// A static function without a mark may be part of those that start, where it is only called from them.
    private boolean mayStart(int caller) {
        return edges.isInit(caller) || edges.mayCallInit(caller) || edges.isStatic(caller);
    }

    /// A static function is called from its own file only, unless that is a header.
    private boolean canMean(int caller, int callee, CallWay way) {
        return way == CallWay.MEMBER
                || !edges.isStatic(callee)
                || edges.file(caller) == edges.file(callee)
                || header(callee);
    }

    private boolean header(int function) {
        return headers.test(edges.file(function));
    }

    private IntPredicate headers = file -> false;

    /// Says which files are headers.
    public Reaching headers(IntPredicate isHeader) {
        headers = isHeader;
        return this;
    }

    private List<Step> way(int from, int target) {
        List<Step> steps = new ArrayList<>();
        for (int at = from; at != target; at = down[at]) {
            steps.add(new Step(at, down[at], CallWay.values()[how[at]], via[at]));
        }
        return steps;
    }
}
