package whence.branches.syntax;

import java.util.ArrayList;
import java.util.List;
import whence.source.c.Kind;

/// Inline assembly: only the labels of `asm goto` matter.
final class Asms {
    private Asms() {}

    static Stmt read(Cursor in, int line) throws Cursor.Unreadable {
        while (!in.atEnd() && !in.peek().is('(')) {
            in.at++;
        }
        int close = in.closing();
        if (close >= in.to) {
            throw new Cursor.Unreadable("a bracket is not closed", line);
        }
        List<String> labels = labels(in.tokens.subList(in.at + 1, close));
        in.at = close + 1;
        in.take(';');
        return new Stmt.Asm(line, labels);
    }

    /// The words behind the fourth colon.
    private static List<String> labels(List<Tok> inside) {
        List<String> labels = new ArrayList<>();
        int colons = 0;
        int depth = 0;
        for (Tok tok : inside) {
            depth += Brackets.step(tok);
            if (depth == 0 && tok.is(':')) {
                colons++;
            } else if (colons >= 4 && tok.kind() == Kind.IDENTIFIER) {
                labels.add(tok.text());
            }
        }
        return labels;
    }
}
