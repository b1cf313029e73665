package whence.traces.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Functions that were entered and not yet left, of each task, or of each processor where the task is not known. The
/// depth of a call says what its end belongs to, so that a name is never given to the end of another function when
/// lines are missing between.
final class OpenCalls {
    /// The tracer follows a task no deeper than its shadow stack has room; a page holds so many returns.
    private static final int DEEPEST = 512;

    /// Tasks whose open calls are remembered at a time.
    private static final int MOST_TASKS = 1 << 16;

    private record Entered(int depth, String function) {}

    private final Map<Long, Deque<Entered>> open = new HashMap<>();

    /// A function was entered.
    void enter(long task, int depth, String function) {
        Deque<Entered> stack = of(task);
        leaveDeeper(stack, depth);
        if (stack.size() < DEEPEST) {
            stack.push(new Entered(depth, function));
        }
    }

    /// A function at this depth was left: its name, where its entry was seen.
    @Nullable
    String leave(long task, int depth) {
        Deque<Entered> stack = of(task);
        leaveDeeper(stack, depth + 1);
        Entered top = stack.peek();
        if (top == null || top.depth() != depth) {
            return null;
        }
        stack.pop();
        return top.function();
    }

    /// Lines are missing: nothing is known any more.
    void forget() {
        open.clear();
    }

    private Deque<Entered> of(long task) {
        if (open.size() > MOST_TASKS) {
            open.clear();
        }
        return open.computeIfAbsent(task, unknown -> new ArrayDeque<>());
    }

    private static void leaveDeeper(Deque<Entered> stack, int depth) {
        while (!stack.isEmpty() && stack.peek().depth() >= depth) {
            stack.pop();
        }
    }
}
