package whence.branches.syntax;

import java.util.ArrayList;
import java.util.List;
import whence.source.c.Directive;
import whence.source.c.Kind;

/// Preprocessor groups between statements. A group whose branches are not whole statements cannot be read in place:
/// it is handed up as [Split], and the body is read once for each of its branches.
final class Groups {
    private Groups() {}

    /// The group that begins at a token must be decided before the body can be read.
    static final class Split extends Cursor.Unreadable {
        private static final long serialVersionUID = 1;

        Split(int line) {
            super("a preprocessor branch that is no whole statement", line);
        }
    }

    static Stmt read(Cursor in, StmtParser statements) throws Cursor.Unreadable {
        Tok tok = in.peek();
        if (!tok.directive().opens()) {
            if (tok.directive().conditional()) {
                throw new Split(tok.line());
            }
            in.at++;
            return new Stmt.Empty(tok.line());
        }
        List<Integer> marks = marks(in.tokens, in.at, in.to);
        if (marks.isEmpty()) {
            throw new Split(tok.line());
        }
        int end = marks.getLast();
        if (!wholeStatements(in, marks)) {
            throw new Split(tok.line());
        }
        List<Stmt.Branch> branches = new ArrayList<>();
        for (int i = 0; i + 1 < marks.size(); i++) {
            branches.add(branch(in, marks.get(i), marks.get(i + 1), statements));
        }
        if (in.tokens.get(marks.get(marks.size() - 2)).directive() != Directive.ELSE) {
            branches.add(new Stmt.Branch(null, new Stmt.Block(tok.line(), tok.line(), List.of())));
        }
        in.at = end + 1;
        return new Stmt.Group(tok.line(), branches);
    }

    private static Stmt.Branch branch(Cursor in, int from, int to, StmtParser statements) throws Cursor.Unreadable {
        Tok mark = in.tokens.get(from);
        Cursor inside = new Cursor(in.tokens, from + 1, to);
        Stmt.Block block = new Stmt.Block(mark.line(), in.tokens.get(to).line(), statements.all(inside));
        return new Stmt.Branch(condition(mark), block);
    }

    /// What a branch asks for as an expression; null for `#else`.
    static @org.jspecify.annotations.Nullable String condition(Tok mark) {
        String behind = mark.text()
                .replaceFirst("^#\\s*[a-z]+", "")
                .replaceAll("/\\*.*?\\*/", " ")
                .strip();
        return switch (mark.directive()) {
            case IFDEF, ELIFDEF -> "defined(" + behind + ")";
            case IFNDEF, ELIFNDEF -> "!defined(" + behind + ")";
            case ELSE -> null;
            default -> behind;
        };
    }

    /// Indices of the lines of the group that opens at `open`: its own branches and its end; empty where it is
    /// open.
    static List<Integer> marks(List<Tok> tokens, int open, int to) {
        List<Integer> marks = new ArrayList<>();
        int depth = 0;
        for (int i = open; i < to; i++) {
            Tok tok = tokens.get(i);
            if (tok.kind() != Kind.DIRECTIVE) {
                continue;
            }
            depth += tok.directive().opens() ? 1 : 0;
            if (depth == 1 && tok.directive().conditional()) {
                marks.add(i);
            }
            depth -= tok.directive() == Directive.ENDIF ? 1 : 0;
            if (depth == 0) {
                return marks;
            }
        }
        return List.of();
    }

    /// Index of the first group with a branch that opens a bracket and leaves it open, or closes one of before it
    /// (`pr_warn(` in one branch, `pr_err(` in the other): nothing around it can be read until it is decided.
    /// -1 for none.
    static int cutting(List<Tok> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Tok tok = tokens.get(i);
            if (tok.kind() != Kind.DIRECTIVE || !tok.directive().opens()) {
                continue;
            }
            List<Integer> marks = marks(tokens, i, tokens.size());
            for (int branch = 0; branch + 1 < marks.size(); branch++) {
                if (!balanced(tokens.subList(marks.get(branch) + 1, marks.get(branch + 1)))) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static boolean balanced(List<Tok> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size() && depth >= 0; i++) {
            depth += Brackets.step(tokens.get(i));
        }
        return depth == 0;
    }

    private static boolean wholeStatements(Cursor in, List<Integer> marks) {
        for (int i = 0; i + 1 < marks.size(); i++) {
            if (!whole(in.tokens.subList(marks.get(i) + 1, marks.get(i + 1)))) {
                return false;
            }
        }
        int behind = marks.getLast() + 1;
        boolean dangling = behind < in.to && in.tokens.get(behind).is("else");
        return !dangling;
    }

    private static boolean whole(List<Tok> tokens) {
        int depth = 0;
        Tok last = null;
        for (Tok tok : tokens) {
            if (tok.kind() == Kind.DIRECTIVE) {
                continue;
            }
            depth += Brackets.step(tok);
            if (depth < 0 || (last == null && tok.is("else"))) {
                return false;
            }
            last = tok;
        }
        return depth == 0 && (last == null || last.is(';') || last.is('}') || last.is(':') || last.is(')'));
    }

    /// Splits at the first preprocessor branch inside a construct that has no room for one.
    static void refuse(Cursor in) throws Split {
        for (int i = in.at; i < in.to; i++) {
            if (in.tokens.get(i).directive().conditional() && in.tokens.get(i).kind() == Kind.DIRECTIVE) {
                throw new Split(in.tokens.get(i).line());
            }
        }
    }

    static void refuse(Cursor in, int ahead) throws Split {
        if (in.peek(ahead - 1).kind() == Kind.DIRECTIVE
                && in.peek(ahead - 1).directive().conditional()) {
            throw new Split(in.peek(ahead - 1).line());
        }
    }

    /// `if (x) …` and then a group that begins with `else`.
    static void refuseElseBehind(Cursor in) throws Split {
        Tok tok = in.peek();
        if (tok.kind() != Kind.DIRECTIVE || !tok.directive().opens()) {
            return;
        }
        List<Integer> marks = marks(in.tokens, in.at, in.to);
        for (int i = 0; i + 1 < marks.size(); i++) {
            if (in.tokens.get(marks.get(i) + 1).is("else")) {
                throw new Split(tok.line());
            }
        }
    }
}
