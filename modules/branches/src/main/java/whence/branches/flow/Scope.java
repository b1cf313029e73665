package whence.branches.flow;

import org.jspecify.annotations.Nullable;
import whence.branches.syntax.Stmt;

/// The targets that jumps inside a statement need, as nodes of the graph.
///
/// @param arms of the `switch` around it; null for none
/// @param macroBody the statement behind the macro whose body is read; null for none
record Scope(
        int breakTo,
        int continueTo,
        Switches.@Nullable Arms arms,
        @Nullable Behind macroBody) {
    /// Of a function's body: what jumps out of no loop ends it.
    static Scope outermost(int end) {
        return new Scope(end, end, null, null);
    }

    Scope loop(int end, int head) {
        return new Scope(end, head, arms, macroBody);
    }

    Scope picking(int end, Switches.Arms own) {
        return new Scope(end, continueTo, own, macroBody);
    }

    Scope with(Stmt body) {
        return new Scope(breakTo, continueTo, arms, new Behind(body, macroBody));
    }

    /// For the statement itself: it may be that of a macro which the body of another macro holds.
    Scope without(Behind body) {
        return new Scope(breakTo, continueTo, arms, body.around());
    }

    /// The statement behind a macro.
    ///
    /// @param around that of the macro whose body uses this one
    record Behind(Stmt statement, @Nullable Behind around) {}
}
