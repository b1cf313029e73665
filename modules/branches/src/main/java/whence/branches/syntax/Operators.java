package whence.branches.syntax;

import java.util.Map;
import whence.source.c.Kind;

/// The operators between two expressions: how strongly they bind, and how their expressions are spelled.
final class Operators {
    private static final Map<Integer, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry((int) '|', 3),
            Map.entry((int) '^', 4),
            Map.entry((int) '&', 5),
            Map.entry(Kind.EQUAL, 6),
            Map.entry(Kind.NOT_EQUAL, 6),
            Map.entry((int) '<', 7),
            Map.entry((int) '>', 7),
            Map.entry(Kind.LESS_EQUAL, 7),
            Map.entry(Kind.GREATER_EQUAL, 7),
            Map.entry(Kind.SHIFT_LEFT, 8),
            Map.entry(Kind.SHIFT_RIGHT, 8),
            Map.entry((int) '+', 9),
            Map.entry((int) '-', 9),
            Map.entry((int) '*', 10),
            Map.entry((int) '/', 10),
            Map.entry((int) '%', 10),
            Map.entry(Kind.AND, 2),
            Map.entry(Kind.OR, 1));

    private Operators() {}

    /// How strongly an operator binds, from 1; 0 for what is none.
    static int binding(Tok op) {
        return PRECEDENCE.getOrDefault(op.kind(), 0);
    }

    static Expr join(Tok op, Expr left, Expr right) {
        String text = (chained(op, left) ? left.text() : wrap(left)) + " " + op.text() + " " + wrap(right);
        if (op.kind() == Kind.AND || op.kind() == Kind.OR) {
            return new Expr.Logical(op.kind() == Kind.AND, left, right, text);
        }
        return new Expr.Binary(op.text(), left, right, text);
    }

    /// Whether the left side is the same operator again, which groups from the left and needs no brackets.
    private static boolean chained(Tok op, Expr left) {
        return switch (left) {
            case Expr.Binary it -> it.op().equals(op.text());
            case Expr.Logical it -> it.and() ? op.kind() == Kind.AND : op.kind() == Kind.OR;
            default -> false;
        };
    }

    /// An expression as an operand: in brackets where it is made of operands itself.
    static String wrap(Expr of) {
        return switch (of) {
            case Expr.Binary e -> "(" + e.text() + ")";
            case Expr.Logical e -> "(" + e.text() + ")";
            case Expr.Cond e -> "(" + e.text() + ")";
            case Expr.Assign e -> "(" + e.text() + ")";
            default -> of.text();
        };
    }
}
