package whence.branches.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.branches.syntax.Expr;
import whence.branches.syntax.Stmt;

/// One step of a function. Where it leads stands in [Graph].
public sealed interface Node {
    int line();

    /// Does nothing; a place where ways meet.
    record Join(int line) implements Node {}

    record Evaluate(int line, Expr expression) implements Node {}

    record Declare(int line, Stmt.Declarator declarator) implements Node {}

    /// Leads to its first successor where the expression is true, to the second where it is not.
    record Branch(int line, Expr condition) implements Node {}

    /// Passed only when a whole condition came out one way.
    record Guarded(int line, String text, boolean takenWhen) implements Node {}

    /// Leads to the successor of the first arm that holds the value, else to the last successor.
    record Pick(int line, Expr on, List<Stmt.Case> arms) implements Node {}

    /// Leads to any of its successors; nobody knows which.
    record Choice(int line) implements Node {}

    /// A preprocessor group: one successor for each branch.
    record Configured(int line, List<String> conditions) implements Node {}

    record Jump(int line, String label) implements Node {}

    /// @param statement number of the `return` statement, of which `c ? a : b` makes two nodes
    record Return(int line, @Nullable Expr value, int statement) implements Node {}

    /// Nothing runs behind it.
    record Stop(int line) implements Node {}

    /// A region that could not be read.
    record Unknown(int line, int endLine, String why) implements Node {}
}
