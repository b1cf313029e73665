package whence.branches.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement of C. Lines are those the file states.
public sealed interface Stmt {
    int line();

    record Block(int line, int endLine, List<Stmt> statements) implements Stmt {}

    record Evaluate(int line, Expr expression) implements Stmt {}

    record Declare(int line, List<Declarator> declarators) implements Stmt {}

    record If(
            int line,
            Expr condition,
            String source,
            Stmt yes,
            @Nullable Stmt no) implements Stmt {}

    /// `while`, `for` and `do`.
    ///
    /// @param first null or what `for` begins with
    /// @param condition null for an endless `for`
    /// @param testedFirst false for `do`
    record Loop(
            int line,
            @Nullable Stmt first,
            @Nullable Expr condition,
            String source,
            @Nullable Expr step,
            Stmt body,
            boolean testedFirst)
            implements Stmt {}

    record Switch(int line, Expr on, Stmt body) implements Stmt {}

    /// @param to the end of a GNU range; null for a single value
    record Case(int line, Expr from, @Nullable Expr to, String source) implements Stmt {}

    record Default(int line) implements Stmt {}

    record Label(int line, String name) implements Stmt {}

    record Goto(int line, String label) implements Stmt {}

    /// `goto *where`: any label.
    record ComputedGoto(int line) implements Stmt {}

    record Break(int line) implements Stmt {}

    record Continue(int line) implements Stmt {}

    record Return(int line, @Nullable Expr value) implements Stmt {}

    /// @param labels where an `asm goto` may jump
    record Asm(int line, List<String> labels) implements Stmt {}

    /// A macro that stands before a statement: a loop, a guard, or neither.
    record MacroBlock(int line, Expr.Call use, Stmt body) implements Stmt {}

    /// A group of preprocessor branches that are whole statements; a group without `#else` has an empty last
    /// branch.
    record Group(int line, List<Branch> branches) implements Stmt {}

    /// One branch of a group.
    ///
    /// @param condition as in [Preprocessed]; null for `#else`
    record Branch(@Nullable String condition, Block body) {}

    /// Tokens that make no statement.
    record Unknown(int line, int endLine, String why, List<Tok> tokens) implements Stmt {}

    record Empty(int line) implements Stmt {}

    /// One name of a declaration.
    ///
    /// @param type with the pointers and arrays of this name
    /// @param cleanedUp whether an attribute calls something when the variable's scope ends: `__free(kfree)`
    record Declarator(
            int line,
            String name,
            TypeName type,
            boolean isStatic,
            boolean cleanedUp,
            @Nullable Expr value) {}
}
