package whence.source.c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// The conditional groups of a text: which `#if`, `#elif`, `#else` and `#endif` belong together.
///
/// Numbered in the order of the text are all conditional directives ("branches", the closing `#endif` included). A
/// group that is never closed ends with the text; an `#else` or `#endif` without a group belongs to none and
/// changes nothing.
public final class Conditionals {
    private static final int NONE = -1;

    private final Tokens tokens;
    private int[] token = new int[16];
    private int[] opener = new int[16];
    private int[] next = new int[16];
    private int[] outer = new int[16];
    private int count;

    private Conditionals(Tokens tokens) {
        this.tokens = tokens;
    }

    public static Conditionals of(Tokens tokens) {
        Conditionals found = new Conditionals(tokens);
        int[] open = new int[16];
        int depth = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.kind(i) != Kind.DIRECTIVE) {
                continue;
            }
            Directive directive = tokens.directive(i);
            if (!directive.conditional()) {
                continue;
            }
            if (directive.opens()) {
                open = depth == open.length ? Arrays.copyOf(open, depth * 2) : open;
                open[depth] = found.add(i, NONE, depth == 0 ? NONE : open[depth - 1]);
                depth++;
            } else if (depth > 0) {
                int previous = open[depth - 1];
                int branch = found.add(i, found.opener[previous], found.outer[previous]);
                found.next[previous] = branch;
                open[depth - 1] = branch;
                depth -= directive == Directive.ENDIF ? 1 : 0;
            }
        }
        return found;
    }

    private int add(int at, int openedBy, int inside) {
        if (count == token.length) {
            token = Arrays.copyOf(token, count * 2);
            opener = Arrays.copyOf(opener, count * 2);
            next = Arrays.copyOf(next, count * 2);
            outer = Arrays.copyOf(outer, count * 2);
        }
        token[count] = at;
        opener[count] = openedBy == NONE ? count : openedBy;
        next[count] = NONE;
        outer[count] = inside;
        return count++;
    }

    /// Number of conditional directives.
    public int count() {
        return count;
    }

    /// The directive's token.
    public int token(int branch) {
        return token[branch];
    }

    /// The `#if` of its group.
    public int opener(int branch) {
        return opener[branch];
    }

    /// The next directive of its group; -1 behind an `#endif` and where the group is not closed.
    public int next(int branch) {
        return next[branch];
    }

    /// The branch that its group stands in, or -1.
    public int outer(int branch) {
        return outer[branch];
    }

    /// The branch whose directive is this token, or -1.
    public int ofToken(int directive) {
        return Math.max(NONE, Arrays.binarySearch(token, 0, count, directive));
    }

    /// The innermost branch that a token stands in, or -1; a directive stands in the branch it begins.
    public int enclosing(int anyToken) {
        int found = Arrays.binarySearch(token, 0, count, anyToken);
        int branch = found >= 0 ? found : -found - 2;
        return branch >= 0 && tokens.directive(token[branch]) == Directive.ENDIF ? outer[branch] : branch;
    }

    /// First token behind the whole group.
    public int groupEnd(int branch) {
        int last = branch;
        while (next[last] != NONE) {
            last = next[last];
        }
        boolean closed = tokens.directive(token[last]) == Directive.ENDIF;
        return closed ? token[last] + 1 : tokens.count();
    }

    /// Whether no configuration compiles the branch: `#if 0`, or the `#else` of `#if 1`.
    public boolean neverCompiled(int branch) {
        String own = condition(branch);
        return own.equals("0") || own.equals("!(1)");
    }

    /// What must hold for a branch to be compiled, by its own group only, as C text: an `#else` is the negation of what
    /// came before it.
    public String condition(int branch) {
        StringBuilder text = new StringBuilder();
        for (int i = opener[branch]; i != branch && i != NONE; i = next[i]) {
            text.append(text.isEmpty() ? "" : " && ")
                    .append("!(")
                    .append(stated(i))
                    .append(')');
        }
        String own = stated(branch);
        return own.isEmpty()
                ? text.toString()
                : text.append(text.isEmpty() ? "" : " && ").append(own).toString();
    }

    /// The conditions a token stands under, outermost first.
    public List<String> conditionsAt(int anyToken) {
        List<String> conditions = new ArrayList<>();
        for (int branch = enclosing(anyToken); branch != NONE; branch = outer[branch]) {
            conditions.add(condition(branch));
        }
        Collections.reverse(conditions);
        return conditions;
    }

    private String stated(int branch) {
        Tokens body = tokens.directiveBody(token[branch]);
        String text = Splices.join(body.raw(0, body.count()));
        return switch (tokens.directive(token[branch])) {
            case IFDEF, ELIFDEF -> "defined(" + text + ")";
            case IFNDEF, ELIFNDEF -> "!defined(" + text + ")";
            case IF, ELIF -> text;
            case ELSE, ENDIF, DEFINE, UNDEF, INCLUDE, LINE, PRAGMA, ERROR, WARNING, UNKNOWN -> "";
        };
    }
}
