package whence.branches.syntax;

import java.math.BigInteger;
import java.util.Locale;

/// Makes expressions in their canonical form: `(*p).f` is `p->f`, `(&a)->f` is `a.f`, `&*p` is `p`.
public final class Exprs {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(64);

    private Exprs() {}

    static Expr unary(char op, Expr of) {
        if (op == '&' && of instanceof Expr.Unary inner && inner.op() == '*') {
            return inner.of();
        }
        if (op == '*' && of instanceof Expr.Unary inner && inner.op() == '&') {
            return inner.of();
        }
        boolean simple = !(of instanceof Expr.Binary
                || of instanceof Expr.Logical
                || of instanceof Expr.Cond
                || of instanceof Expr.Assign
                || of instanceof Expr.Cast);
        return new Expr.Unary(op, of, op + (simple ? of.text() : "(" + of.text() + ")"));
    }

    /// A member by its canonical text.
    public static Expr member(Expr of, String name, boolean arrow) {
        if (arrow && of instanceof Expr.Unary inner && inner.op() == '&') {
            return member(inner.of(), name, false);
        }
        if (!arrow && of instanceof Expr.Unary inner && inner.op() == '*') {
            return member(inner.of(), name, true);
        }
        boolean simple = !(of instanceof Expr.Binary
                || of instanceof Expr.Logical
                || of instanceof Expr.Cond
                || of instanceof Expr.Assign
                || of instanceof Expr.Cast
                || of instanceof Expr.Unary);
        String base = simple ? of.text() : "(" + of.text() + ")";
        return new Expr.Member(of, name, arrow, base + (arrow ? "->" : ".") + name);
    }

    /// An integer constant; a number that does not fit 64 bits and a floating one become opaque.
    static Expr number(String text) {
        String low = text.toLowerCase(Locale.ROOT);
        int end = low.length();
        boolean hexadecimal = low.startsWith("0x");
        while (end > 1 && (low.charAt(end - 1) == 'u' || low.charAt(end - 1) == 'l')) {
            end--;
        }
        String digits = low.substring(0, end);
        boolean octal = digits.length() > 1 && digits.startsWith("0") && !hexadecimal && !digits.startsWith("0b");
        try {
            BigInteger value = hexadecimal
                    ? new BigInteger(digits.substring(2), 16)
                    : digits.startsWith("0b")
                            ? new BigInteger(digits.substring(2), 2)
                            : new BigInteger(digits, octal ? 8 : 10);
            if (value.compareTo(LIMIT) < 0) {
                return new Expr.Num(value.longValue(), low.substring(end), !hexadecimal && !octal, text);
            }
        } catch (NumberFormatException floating) {
            return new Expr.Opaque(java.util.List.of(), text);
        }
        return new Expr.Opaque(java.util.List.of(), text);
    }

    /// A character constant has type int.
    static Expr character(String text) {
        int quote = text.indexOf('\'');
        String inside = text.length() > quote + 2 ? text.substring(quote + 1, text.length() - 1) : "";
        if (quote == 0 && inside.length() == 1 && inside.charAt(0) < 128) {
            return new Expr.Num(inside.charAt(0), "", true, text);
        }
        int escaped = quote == 0 && inside.length() == 2 && inside.charAt(0) == '\\'
                ? "0abtnvfr\\'\"".indexOf(inside.charAt(1))
                : -1;
        if (escaped >= 0) {
            int[] values = {0, 7, 8, 9, 10, 11, 12, 13, '\\', '\'', '"'};
            return new Expr.Num(values[escaped], "", true, text);
        }
        return new Expr.Opaque(java.util.List.of(), text);
    }

    /// The expression a text spells; [Expr.Opaque] where it spells none.
    public static Expr parse(String text) {
        return Preprocessed.expression(text);
    }
}
