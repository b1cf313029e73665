package whence.branches.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.source.c.Directive;
import whence.source.c.Kind;
import whence.source.c.LineNumbers;
import whence.source.c.Tokens;

/// A function body in each of the forms that its preprocessor groups give it. Groups of whole statements stay in
/// place as [Stmt.Group]; for the others the body is read once for each branch, up to a bound.
public final class Preprocessed {
    private static final int MOST_VARIANTS = 8;

    /// One reading of a body.
    ///
    /// @param conditions what the preprocessor must have decided for this reading
    public record Variant(List<String> conditions, Stmt.Block body) {}

    /// @param skipped lines of groups of which only the first branch was read, because there were too many
    public record Body(List<Variant> variants, List<Stmt.Unknown> skipped) {}

    private final List<Variant> variants = new ArrayList<>();
    private final List<Stmt.Unknown> skipped = new ArrayList<>();

    private Preprocessed() {}

    /// Tokens `[from, to)` of a file with their lines.
    public static List<Tok> tokens(Tokens tokens, LineNumbers lines, int from, int to) {
        List<Tok> list = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            int kind = tokens.kind(i);
            Directive directive = kind == Kind.DIRECTIVE ? tokens.directive(i) : Directive.UNKNOWN;
            list.add(new Tok(kind, tokens.text(i), lines.line(tokens.start(i)), directive));
        }
        return list;
    }

    /// Reads a body, `{` and `}` included.
    public static Body read(List<Tok> tokens) {
        Preprocessed reading = new Preprocessed();
        reading.read(tokens, List.of(), 0);
        return new Body(List.copyOf(reading.variants), List.copyOf(reading.skipped));
    }

    /// Statements without a block around them, such as the body of a macro.
    public static List<Stmt> statements(List<Tok> tokens) {
        try {
            return new StmtParser().all(new Cursor(tokens, 0, tokens.size()));
        } catch (Cursor.Unreadable split) {
            int line = tokens.isEmpty() ? 0 : tokens.getFirst().line();
            return List.of(new Stmt.Unknown(line, line, "a macro with preprocessor lines", tokens));
        }
    }

    /// Tokens that should be an expression; null where they are none.
    public static @Nullable Expr expression(List<Tok> tokens) {
        return tokens.isEmpty() ? null : new StmtParser().expression(tokens);
    }

    static Expr expression(String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Tokens tokens = whence.source.c.Lexer.line(bytes, 0, bytes.length);
        List<Tok> list = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            list.add(new Tok(tokens.kind(i), tokens.text(i), 1));
        }
        Expr read = expression(list);
        return read != null ? read : new Expr.Opaque(list, text);
    }

    private void read(List<Tok> tokens, List<String> conditions, int rounds) {
        int cut = Groups.cutting(tokens);
        if (cut >= 0) {
            split(tokens, conditions, tokens.get(cut).line(), rounds);
            return;
        }
        try {
            Cursor in = new Cursor(tokens, 0, tokens.size());
            variants.add(new Variant(conditions, new StmtParser().block(in)));
        } catch (Groups.Split split) {
            split(tokens, conditions, split.line, rounds);
        } catch (Cursor.Unreadable unreadable) {
            int first = tokens.isEmpty() ? 0 : tokens.getFirst().line();
            int last = tokens.isEmpty() ? 0 : tokens.getLast().line();
            Stmt.Unknown all = new Stmt.Unknown(first, last, String.valueOf(unreadable.getMessage()), tokens);
            variants.add(new Variant(conditions, new Stmt.Block(first, last, List.of(all))));
        }
    }

    /// Decides the outermost group around a line, once for each of its branches.
    private void split(List<Tok> tokens, List<String> conditions, int line, int rounds) {
        List<Integer> marks = outermost(tokens, line);
        if (marks.isEmpty() || rounds > 40) {
            List<Tok> without =
                    tokens.stream().filter(tok -> tok.kind() != Kind.DIRECTIVE).toList();
            skipped.add(new Stmt.Unknown(line, line, "preprocessor lines that do not match", List.of()));
            read(without, conditions, 0);
            return;
        }
        boolean bounded = variants.size() + marks.size() > MOST_VARIANTS || conditions.size() > 4;
        int branches = bounded ? 1 : marks.size() - 1;
        if (bounded) {
            int first = tokens.get(marks.getFirst()).line();
            int last = tokens.get(marks.getLast()).line();
            skipped.add(new Stmt.Unknown(
                    first, last, "only the first branch of this preprocessor group was read", List.of()));
        }
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < branches; i++) {
            String own = Groups.condition(tokens.get(marks.get(i)));
            String condition =
                    own == null ? others.toString() : others + (others.isEmpty() ? "" : " && ") + "(" + own + ")";
            read(keep(tokens, marks, i), plus(conditions, condition), rounds + 1);
            others.append(others.isEmpty() ? "" : " && ")
                    .append("!(")
                    .append(own)
                    .append(")");
        }
        if (!bounded && tokens.get(marks.get(marks.size() - 2)).directive() != Directive.ELSE) {
            read(keep(tokens, marks, -1), plus(conditions, others.toString()), rounds + 1);
        }
    }

    private static List<String> plus(List<String> conditions, String condition) {
        List<String> all = new ArrayList<>(conditions);
        all.add(condition);
        return List.copyOf(all);
    }

    private static List<Integer> outermost(List<Tok> tokens, int line) {
        for (int i = 0; i < tokens.size(); i++) {
            Tok tok = tokens.get(i);
            if (tok.kind() == Kind.DIRECTIVE && tok.directive().opens()) {
                List<Integer> marks = Groups.marks(tokens, i, tokens.size());
                if (marks.isEmpty()) {
                    return marks;
                }
                if (tok.line() <= line && tokens.get(marks.getLast()).line() >= line) {
                    return marks;
                }
                i = marks.getLast();
            }
        }
        return List.of();
    }

    private static List<Tok> keep(List<Tok> tokens, List<Integer> marks, int branch) {
        List<Tok> kept = new ArrayList<>(tokens.subList(0, marks.getFirst()));
        if (branch >= 0) {
            kept.addAll(tokens.subList(marks.get(branch) + 1, marks.get(branch + 1)));
        }
        kept.addAll(tokens.subList(marks.getLast() + 1, tokens.size()));
        return kept;
    }
}
