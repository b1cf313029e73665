package whence.branches.syntax;

import java.util.List;
import whence.source.c.Kind;

/// Tokens as text, spaced the way the kernel is: one blank around binary operators, none after brackets and unary
/// ones.
final class Spelling {
    private Spelling() {}

    static String of(List<Tok> tokens) {
        StringBuilder text = new StringBuilder();
        Tok before = null;
        boolean unary = true;
        for (Tok tok : tokens) {
            if (before != null && blank(before, tok, unary)) {
                text.append(' ');
            }
            unary = isUnary(before, tok);
            text.append(tok.text());
            before = tok;
        }
        return text.toString();
    }

    private static boolean operand(Tok tok) {
        return word(tok) || tok.is(')') || tok.is(']') || tok.is('}');
    }

    private static boolean word(Tok tok) {
        return tok.kind() <= Kind.CHARACTER;
    }

    private static boolean isUnary(@org.jspecify.annotations.Nullable Tok before, Tok tok) {
        boolean sign = tok.is('!')
                || tok.is('~')
                || tok.is('*')
                || tok.is('&')
                || tok.is('-')
                || tok.is('+')
                || tok.kind() == Kind.INCREMENT
                || tok.kind() == Kind.DECREMENT;
        return sign && (tok.is('!') || tok.is('~') || before == null || !operand(before) || before.is("return"));
    }

    private static boolean blank(Tok before, Tok tok, boolean unary) {
        if (tight(before) || unary || tight(tok)) {
            return false;
        }
        if (tok.is(')') || tok.is(']') || tok.is(',') || tok.is(';') || tok.is('[')) {
            return false;
        }
        if (tok.is('(')) {
            return !(before.kind() == Kind.IDENTIFIER && !keyword(before)) && !before.is(')') && !before.is(']');
        }
        if (before.is('(') || before.is('[')) {
            return false;
        }
        return !((tok.kind() == Kind.INCREMENT || tok.kind() == Kind.DECREMENT) && operand(before));
    }

    private static boolean keyword(Tok tok) {
        return tok.is("if") || tok.is("while") || tok.is("switch") || tok.is("for") || tok.is("return");
    }

    private static boolean tight(Tok tok) {
        return tok.kind() == Kind.ARROW || tok.is('.');
    }
}
