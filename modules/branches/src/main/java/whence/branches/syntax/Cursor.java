package whence.branches.syntax;

import java.util.List;
import whence.source.c.Kind;

/// A place in a list of tokens.
class Cursor {
    private static final Tok END = new Tok(0, "", 0);

    final List<Tok> tokens;
    final int to;
    int at;

    Cursor(List<Tok> tokens, int from, int to) {
        this.tokens = tokens;
        this.at = from;
        this.to = to;
    }

    Tok peek() {
        return peek(0);
    }

    Tok peek(int ahead) {
        int i = at + ahead;
        return i < to && i >= 0 ? tokens.get(i) : END;
    }

    boolean atEnd() {
        return at >= to;
    }

    boolean isWord(int ahead) {
        return peek(ahead).kind() == Kind.IDENTIFIER;
    }

    boolean take(char punctuator) {
        if (peek().is(punctuator)) {
            at++;
            return true;
        }
        return false;
    }

    boolean take(String word) {
        if (peek().is(word)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char punctuator) throws Unreadable {
        if (!take(punctuator)) {
            throw new Unreadable("expected " + punctuator + " before " + (atEnd() ? "the end" : peek().text()), line());
        }
    }

    /// Index of the bracket that closes the one at the cursor, at most the end of this list.
    int closing() {
        return Math.min(Brackets.close(tokens, at), to);
    }

    int line() {
        Tok tok = peek();
        if (tok.line() > 0) {
            return tok.line();
        }
        return to > 0 && to <= tokens.size() ? tokens.get(to - 1).line() : 0;
    }

    String text(int from, int end) {
        return Spelling.of(tokens.subList(from, Math.min(end, to)));
    }

    /// Text that does not read as C; caught where a statement begins, which becomes [Stmt.Unknown].
    static class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        final int line;

        Unreadable(String why, int line) {
            super(why, null, false, false);
            this.line = line;
        }
    }
}
