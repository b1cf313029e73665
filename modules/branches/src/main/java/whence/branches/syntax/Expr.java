package whence.branches.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression of C, with the GNU extensions the kernel uses. The text of a node is canonical: blanks do not
/// matter, so two spellings of one place in memory are one text.
public sealed interface Expr {
    /// Canonical text; what facts are keyed by.
    String text();

    /// An integer constant.
    ///
    /// @param suffix lower-case, `ull` and the like; empty for none
    record Num(long value, String suffix, boolean decimal, String text) implements Expr {}

    /// A string, joined from adjacent pieces.
    record Str(String text) implements Expr {}

    record Name(String text) implements Expr {}

    /// `!`, `~`, `-`, `+`, `*`, `&`.
    record Unary(char op, Expr of, String text) implements Expr {}

    /// `++` and `--`.
    record Step(Expr of, boolean prefix, int by, String text) implements Expr {}

    /// Every binary operator but `&&`, `||` and assignment.
    record Binary(String op, Expr left, Expr right, String text) implements Expr {}

    /// `&&` or `||`.
    record Logical(boolean and, Expr left, Expr right, String text) implements Expr {}

    /// @param op what stands before the `=`; empty for a plain assignment
    record Assign(String op, Expr to, Expr value, String text) implements Expr {}

    /// @param yes null for the GNU form `c ?: no`
    record Cond(Expr condition, @Nullable Expr yes, Expr no, String text) implements Expr {}

    /// A call of a function or use of a function-like macro.
    record Call(Expr function, List<Expr> arguments, List<List<Tok>> raw, int line, String text) implements Expr {
        /// Name of the callee; empty for a call through a pointer.
        public String name() {
            return function instanceof Name name ? name.text() : "";
        }
    }

    record Member(Expr of, String name, boolean arrow, String text) implements Expr {}

    record Index(Expr of, Expr at, String text) implements Expr {}

    record Cast(TypeName type, Expr of, String text) implements Expr {}

    /// `sizeof`, `_Alignof` and the like of a type or an expression.
    record SizeOf(@Nullable TypeName type, @Nullable Expr of, String text) implements Expr {}

    /// `({ … })`.
    record Statements(Stmt.Block block, String text) implements Expr {}

    /// `{ … }` as an initialiser or compound literal.
    record Braces(List<Expr> parts, String text) implements Expr {}

    /// A type where a macro takes one.
    record TypeArgument(TypeName type, String text) implements Expr {}

    /// A statement where a macro takes one: `scoped_cond_guard(mutex_intr, return -EINTR, lock)`.
    record StatementArgument(Stmt statement, String text) implements Expr {}

    /// Tokens that make no expression.
    record Opaque(List<Tok> tokens, String text) implements Expr {}
}
