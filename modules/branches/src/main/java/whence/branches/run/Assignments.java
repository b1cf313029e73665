package whence.branches.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.branches.syntax.Expr;

/// Numbers for the assignments of a function, the same in every run of it.
final class Assignments {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Run.Def> all = new ArrayList<>();

    int number(int node, String variable, @Nullable Expr how) {
        String id = node + " " + variable + " " + (how == null ? "" : how.text());
        return numbers.computeIfAbsent(id, absent -> {
            all.add(new Run.Def(node, variable, how));
            return all.size() - 1;
        });
    }

    Run.Def get(int number) {
        return all.get(number);
    }
}
