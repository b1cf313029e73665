package whence.source.index.facts;

import whence.source.c.Kind;
import whence.source.c.Lexer;
import whence.source.c.Tokens;
import whence.source.index.table.Ints;

/// What a macro's body does, as far as it matters to a tree: what it calls, and whether texts go through it.
///
/// @param callees start and end offsets of the names it calls; of a macro that is one word, that word
/// @param hasText whether a string stands in it, or it hands its variable arguments on
record MacroBody(Ints callees, boolean hasText) {

    static MacroBody of(byte[] bytes, MacroHead head) {
        Tokens tokens = Lexer.line(bytes, head.nameEnd(), head.end());
        int from = 0;
        boolean text = false;
        if (head.parameters()) {
            while (from < tokens.count() && tokens.kind(from) != ')') {
                text |= tokens.kind(from++) == Kind.ELLIPSIS;
            }
            from++;
        }
        Ints callees = new Ints();
        for (int i = from; i < tokens.count(); i++) {
            text |= tokens.kind(i) == Kind.STRING;
            boolean calls = tokens.kind(i + 1) == '(' || tokens.count() == from + 1;
            if (tokens.kind(i) == Kind.IDENTIFIER && calls) {
                callees.add(tokens.start(i));
                callees.add(tokens.end(i));
            }
        }
        return new MacroBody(callees, text || passesOn(tokens, from) || same(tokens, from));
    }

    /// Whether it may hand a format on although it has no text of its own: `#define err(fmt) printk(KERN_ERR fmt)`, or
    /// `printk args` for arguments in brackets of their own.
    private static boolean passesOn(Tokens tokens, int from) {
        for (int i = from; i < tokens.count(); i++) {
            boolean twoWords = tokens.kind(i) == Kind.IDENTIFIER && tokens.kind(i + 1) == Kind.IDENTIFIER;
            if (twoWords && from > 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether it stands for its one parameter: `#define pr_fmt(fmt) fmt` takes back what was defined before.
    private static boolean same(Tokens tokens, int from) {
        boolean word = from == 3 && tokens.count() == 4 && tokens.kind(3) == Kind.IDENTIFIER;
        return word && tokens.text(1).equals(tokens.text(3));
    }
}
