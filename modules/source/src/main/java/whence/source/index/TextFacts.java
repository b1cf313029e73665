package whence.source.index;

import whence.source.c.Kind;
import whence.source.c.LineNumbers;
import whence.source.c.Tokens;

/// Collects the texts of one file: what is called with them or holds them, and what statements of little text hand over
/// beside.
final class TextFacts {
    private static final int NONE = -1;
    /// Ints of one text in [#all]: function, callee, argument, text, line, constant behind it; of one that is no
    /// argument its [Holder] instead of the constant.
    static final int TEXT = 6;
    /// Ints of what a statement hands over: its text's place in the file, the argument behind it, a [Holder].
    static final int HANDED = 3;
    /// Bytes of the shortest text that is worth knowing its holder.
    private static final int WORTH_HOLDING = 5;

    final Ints all = new Ints();
    final Ints handed = new Ints();
    private final FileNames names;
    private final Pool strings;
    private final FormatText format = new FormatText();
    private Tokens tokens;
    private LineNumbers lines;

    TextFacts(FileNames names, Pool strings) {
        this.names = names;
        this.strings = strings;
        this.tokens = whence.source.c.Lexer.lex(new byte[0]);
        this.lines = LineNumbers.of(tokens);
    }

    void begin(Tokens fileTokens, LineNumbers fileLines) {
        tokens = fileTokens;
        lines = fileLines;
    }

    void restart() {
        all.clear();
        handed.clear();
    }

    /// Adds the text of tokens `[from, to)`, which `callee` is called with or else `holder` holds.
    void add(int function, int callee, int argument, int holder, int from, int to) {
        format.read(tokens, from, to);
        if (callee != NONE && format.prints() && format.vague()) {
            int text = all.size() / TEXT;
            HandedOver.behind(tokens, to, (behind, kind, name) -> handed(text, behind, Holder.of(name(name), kind)));
        }
        all.add(function);
        all.add(callee == NONE ? NONE : name(callee));
        all.add(argument);
        all.add(strings.intern(format.bytes(), 0, format.size()));
        all.add(lines.line(tokens.start(firstString(from, to))));
        all.add(callee != NONE ? constant(to) : format.size() < WORTH_HOLDING ? NONE : holder);
    }

    private void handed(int text, int behind, int holder) {
        handed.add(text);
        handed.add(behind);
        handed.add(holder);
    }

    /// The name of the constant that is the argument behind a text, or -1: `pr_err("… %s", ELFMAG)`.
    private int constant(int comma) {
        int behind = tokens.kind(comma + 2);
        boolean word = tokens.kind(comma) == ',' && tokens.kind(comma + 1) == Kind.IDENTIFIER;
        boolean alone = word && (behind == ',' || behind == ')');
        return alone && FunctionHeads.shouts(tokens, comma + 1) ? name(comma + 1) : NONE;
    }

    private int firstString(int from, int to) {
        int at = from;
        while (at + 1 < to && tokens.kind(at) != Kind.STRING) {
            at++;
        }
        return at;
    }

    private int name(int token) {
        return names.number(tokens.start(token), tokens.end(token));
    }
}
