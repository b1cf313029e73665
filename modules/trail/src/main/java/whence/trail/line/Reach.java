package whence.trail.line;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import whence.branches.scope.Architecture;
import whence.source.CallGraph;
import whence.source.Function;
import whence.source.SourceFile;
import whence.source.SourceTree;
import whence.source.c.Kind;
import whence.source.c.Tokens;

/// Which system calls can reach a function, going up from callee to caller.
///
/// A function that is visible in its file only is called from that file only; for such functions the answer is
/// complete.
/// Where the way leads over a function that other files can call, [#complete] is false.
///
/// @param chains from the body of a system call down to the function, names as the source writes them
/// @param complete whether no other way up can exist
/// @param assumption what was taken for granted on the way, a clause; empty where nothing was
record Reach(List<List<String>> chains, boolean complete, String assumption) {
    private static final int DEEPEST = 12;
    private static final int MOST_CHAINS = 6;
    private static final int CHAINS_ASKED = 24;

    Reach {
        chains = List.copyOf(chains);
    }

    /// @param architecture of the kernel that ran: no way leads through what others have
    static Reach of(SourceTree tree, Function function, Optional<Architecture> architecture) {
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
                complete &= top.isStatic() && !handedOut(file, top);
                for (Function caller : callers(file, top)) {
                    if (seen.add(caller.name())) {
                        List<Function> longer = new ArrayList<>(way);
                        longer.addFirst(caller);
                        open.add(List.copyOf(longer));
                    }
                }
            }
        }
        return chains.isEmpty() ? byCallGraph(tree, function, architecture) : new Reach(chains, complete, "");
    }

    /// Through other files and operation tables, where the function's own file shows no way.
    private static Reach byCallGraph(SourceTree tree, Function function, Optional<Architecture> architecture) {
        List<CallGraph.Chain> found = tree.calls().reachingCalls(function, CHAINS_ASKED).stream()
                .filter(chain -> architecture.filter(own -> !has(own, chain)).isEmpty())
                .limit(MOST_CHAINS)
                .toList();
        Set<String> assumptions = new LinkedHashSet<>();
        List<List<String>> chains = new ArrayList<>();
        for (CallGraph.Chain chain : found) {
            if (assumed(chain) > 1) {
                continue;
            }
            List<String> names = new ArrayList<>();
            names.add(chain.from().name());
            for (CallGraph.Link link : chain.links()) {
                names.add(link.callee().name());
                assumptions.add(link.assumption());
            }
            chains.add(names);
        }
        assumptions.remove("");
        String assumption =
                assumptions.isEmpty() ? "calls by pasted names are not seen" : String.join("; ", assumptions);
        return new Reach(chains, false, assumption);
    }

    private static boolean has(Architecture own, CallGraph.Chain chain) {
        return chain.links().stream()
                .allMatch(link ->
                        own.has(link.caller().path()) && own.has(link.callee().path()));
    }

    /// More than one pointer guessed by a member's name leads anywhere.
    private static long assumed(CallGraph.Chain chain) {
        return chain.links().stream()
                .filter(link -> !link.assumption().isEmpty())
                .count();
    }

    /// Whether the file names the function outside of all bodies, in a table of operations for one: then anything may
    /// call it.
    private static boolean handedOut(SourceFile file, Function function) {
        Tokens tokens = file.tokens();
        for (int at = 0; at < tokens.count(); at++) {
            if (tokens.kind(at) == Kind.DIRECTIVE && named(tokens.directiveBody(at), function.name())) {
                return true;
            }
            boolean named = tokens.is(at, function.name()) && tokens.kind(at + 1) != '(';
            if (named && !inBody(file, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean named(Tokens body, String name) {
        for (int at = 0; at < body.count(); at++) {
            if (body.is(at, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inBody(SourceFile file, int token) {
        return file.functions().stream().anyMatch(each -> file.bodyToken(each) <= token && token < file.endToken(each));
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
