package whence.trail.line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whence.source.Function;
import whence.source.SourceFile;
import whence.source.SourceTree;
import whence.source.c.Tokens;

/// Which system calls can reach a function, going up from callee to caller.
///
/// A function that is visible in its file only is called from that file only; for such functions the answer is
/// complete.
/// Where the way leads over a function that other files can call, [#complete] is false.
///
/// @param chains from the body of a system call down to the function, names as the source writes them
/// @param complete whether no other way up can exist
record Reach(List<List<String>> chains, boolean complete) {
    private static final int DEEPEST = 12;

    Reach {
        chains = List.copyOf(chains);
    }

    static Reach of(SourceTree tree, Function function) {
        SourceFile file = tree.file(function);
        List<List<String>> chains = new ArrayList<>();
        boolean complete = true;
        Deque<List<Function>> open = new ArrayDeque<>(List.of(List.of(function)));
        Set<String> seen = new HashSet<>(Set.of(function.name()));
        while (!open.isEmpty()) {
            List<Function> way = open.remove();
            Function top = way.getFirst();
            if (top.isSyscall()) {
                chains.add(way.stream().map(Function::name).toList());
            } else if (way.size() > DEEPEST) {
                complete = false;
            } else {
                complete &= top.isStatic();
                for (Function caller : callers(file, top)) {
                    if (seen.add(caller.name())) {
                        List<Function> longer = new ArrayList<>(way);
                        longer.addFirst(caller);
                        open.add(List.copyOf(longer));
                    }
                }
            }
        }
        return new Reach(chains, complete);
    }

    /// The bare names of the calls, in order.
    List<String> calls() {
        return chains.stream()
                .map(c -> c.getFirst().replaceAll(".*\\((\\w+)\\)", "$1"))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Function> callers(SourceFile file, Function callee) {
        Tokens tokens = file.tokens();
        List<Function> callers = new ArrayList<>();
        for (Function candidate : file.functions()) {
            if (!candidate.name().equals(callee.name()) && mentions(file, tokens, candidate, callee.name())) {
                callers.add(candidate);
            }
        }
        return callers;
    }

    /// Whether the name stands in the body at all: a function whose address is taken there can be called from there.
    private static boolean mentions(SourceFile file, Tokens tokens, Function candidate, String name) {
        for (int at = file.bodyToken(candidate); at < file.endToken(candidate); at++) {
            if (tokens.is(at, name)) {
                return true;
            }
        }
        return false;
    }
}
