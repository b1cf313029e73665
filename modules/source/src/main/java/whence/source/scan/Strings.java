package whence.source.scan;

import whence.source.c.Kind;
import whence.source.c.Tokens;

/// Gathers string literals that stand side by side, with the macros among them (`KERN_ERR PFX "…" PRIx64 "…"`),
/// into one text of one argument.
final class Strings {
    private static final int NONE = -1;

    private final Tokens tokens;
    private final Sink sink;
    private int from = NONE;
    private int callee;
    private int argument;
    private int holder;

    public Strings(Tokens tokens, Sink sink) {
        this.tokens = tokens;
        this.sink = sink;
    }

    void literal(int i, int bracket, Nodes nodes) {
        if (from != NONE) {
            return;
        }
        from = i;
        while (tokens.kind(from - 1) == Kind.IDENTIFIER && !Words.keyword(tokens, from - 1)) {
            from--;
        }
        callee = NONE;
        argument = NONE;
        holder = NONE;
        int brace = nodes.brace(bracket);
        if (bracket != brace && nodes.kind(brace) == '{' && nodes.body(bracket) == NONE) {
            // A macro in a table outside of functions prints nothing: `ENTRY(NAME, "…")`.
            holder = Holders.table(tokens, brace, nodes);
        } else if (nodes.kind(bracket) == '(' && nodes.data(bracket) != NONE) {
            callee = nodes.data(bracket);
            argument = nodes.extra(bracket);
        } else {
            holder = Holders.of(tokens, from, bracket, nodes);
        }
    }

    /// A word that calls something ends the text, any other may be part of it.
    void word(int i, int function) {
        if (from != NONE && tokens.kind(i + 1) == '(') {
            end(function, i);
        }
    }

    void open(int i, int function, boolean called) {
        if (from != NONE) {
            end(function, called ? i - 1 : i);
        }
    }

    void end(int function, int to) {
        if (from != NONE) {
            sink.text(function, callee, argument, holder, from, to);
            from = NONE;
        }
    }
}
