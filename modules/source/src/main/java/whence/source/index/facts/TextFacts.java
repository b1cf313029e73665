package whence.source.index.facts;

import whence.source.c.Kind;
import whence.source.c.LineNumbers;
import whence.source.c.Tokens;
import whence.source.index.table.Ints;
import whence.source.index.table.Pool;

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
    private final Ints variables = new Ints();
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
        variables.clear();
    }

    /// Adds the text of tokens `[from, to)`, which `callee` is called with or else a holder holds: the function that
    /// returns it, by its number, or a name.
    ///
    /// @param holder token of a name, or the `return`, or -1
    /// @param returning the function's [Holder], or -1
    void add(int function, int callee, int argument, int holder, int returning, int from, int to) {
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
        all.add(callee != NONE ? constant(to) : NONE);
        if (holder != NONE && format.size() >= WORTH_HOLDING) {
            hold(all.size() - 1, holder, returning);
        }
    }

    private void hold(int place, int token, int returning) {
        int before = tokens.kind(token - 1);
        if (returning != NONE) {
            all.set(place, returning);
        } else if (before == '.' || before == Kind.ARROW) {
            all.set(place, Holder.of(name(token), Holder.MEMBER));
        } else {
            variables.add(place);
            variables.add(token);
        }
    }

    /// Names the variables that hold texts, where the file's statements are handed any: most files have none such, and
    /// need not know how their variables are called.
    void end() {
        boolean printed = false;
        for (int i = 2; i < handed.size(); i += HANDED) {
            printed |= Holder.kind(handed.get(i)) == Holder.VARIABLE;
        }
        for (int i = 0; printed && i < variables.size(); i += 2) {
            all.set(variables.get(i), Holder.of(name(variables.get(i + 1)), Holder.VARIABLE));
        }
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
