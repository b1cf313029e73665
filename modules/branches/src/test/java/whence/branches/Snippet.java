package whence.branches;

import java.util.ArrayList;
import java.util.List;
import whence.branches.value.Premise;
import whence.evidence.Grade;
import whence.evidence.Span;
import whence.source.SourceTree;

/// A function in a few lines, and short spellings of what tests ask of it.
final class Snippet {
    private Snippet() {}

    static Exits exits(String function, String text) {
        SourceTree tree = SourceTree.snippet("snippet", "a.c", text);
        return Exits.of(tree, tree.function(function).getFirst());
    }

    /// `line>return value kind callee guard`, one for each exit.
    static List<String> rows(Exits exits) {
        List<String> rows = new ArrayList<>();
        for (Exit exit : exits.exits()) {
            rows.add(row(exit));
        }
        return rows;
    }

    static String row(Exit exit) {
        Exit.Guard guard = exit.guard();
        String where = exit.line() == exit.returnLine() ? "" + exit.line() : exit.line() + ">" + exit.returnLine();
        String callee = exit.callee() == null ? "" : " <" + exit.callee() + ">";
        String condition = guard == null ? "" : (guard.takenWhen() ? " if " : " unless ") + guard.text();
        return where + " " + String.join("|", exit.values()) + callee + condition;
    }

    /// Lines of the exits that are left.
    static List<Integer> left(Exits exits, Evidence evidence) {
        return Elimination.judge(exits, evidence).stream()
                .filter(judged -> judged.state() != JudgedExit.State.ELIMINATED)
                .map(judged -> judged.exit().line())
                .toList();
    }

    static Premise seen(String text) {
        return new Premise(text, Grade.OBSERVED, List.of(new Span("trace.txt", 1, 0, 10)));
    }
}
