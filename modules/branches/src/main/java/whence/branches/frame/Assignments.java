package whence.branches.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.branches.syntax.Expr;

/// Numbers for the assignments of a function, the same in every run of it.
public final class Assignments {
    /// One of them.
    ///
    /// @param how the assignment; null where the variable was declared without a value
    public record Def(int node, String variable, @Nullable Expr how) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Def> all = new ArrayList<>();

    public int number(int node, String variable, @Nullable Expr how) {
        String id = node + " " + variable + " " + (how == null ? "" : how.text());
        return numbers.computeIfAbsent(id, absent -> {
            all.add(new Def(node, variable, how));
            return all.size() - 1;
        });
    }

    public Def get(int number) {
        return all.get(number);
    }
}
