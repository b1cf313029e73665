package whence.source.scan;

import whence.source.c.Kind;
import whence.source.c.Tokens;

/// Tells what a word does by its neighbours: names an enumerator, is called, or hands on a function's address.
final class Mentions {
    private final Tokens tokens;
    private final Sink sink;

    Mentions(Tokens tokens, Sink sink) {
        this.tokens = tokens;
        this.sink = sink;
    }

    /// A word in a function (-1 outside) and in a bracket of this kind.
    void word(int i, int function, int bracket) {
        if (bracket == Nodes.ENUM) {
            int before = tokens.kind(i - 1);
            if (before == '{' || before == ',' || before == Kind.DIRECTIVE) {
                sink.enumerator(i);
            }
        }
        int next = tokens.kind(i + 1);
        if (next == '(' && function != Nodes.NONE) {
            int before = tokens.kind(i - 1);
            if (!Words.keyword(tokens, i)) {
                sink.call(function, i, before == Kind.ARROW || before == '.');
            }
        } else if (next == ',' || next == ')' || next == ';' || next == '}') {
            reference(i, function, bracket);
        }
    }

    private void reference(int i, int function, int bracket) {
        int at = tokens.kind(i - 1) == '&' ? i - 2 : i - 1;
        int before = tokens.kind(at);
        if (before == '=' && tokens.kind(at - 1) == Kind.IDENTIFIER) {
            int dot = tokens.kind(at - 2);
            if (dot == '.' || dot == Kind.ARROW) {
                sink.reference(function, at - 1, i);
            }
        } else if ((before == ',' || before == '(') && function != Nodes.NONE && bracket == '(') {
            sink.reference(function, Nodes.NONE, i);
        }
    }
}
