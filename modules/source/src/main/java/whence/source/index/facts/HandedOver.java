package whence.source.index.facts;

import whence.source.c.Kind;
import whence.source.c.Tokens;

/// Finds what a call hands over behind its format, as far as a text can be found by it: `names[mode]`, `op->msg`,
/// `state_name(x)`, and both sides of a `?`.
final class HandedOver {
    /// More than a statement has; what is behind them is left alone.
    private static final int MOST_TOKENS = 160;

    private static final int MOST_ARGUMENTS = 12;

    private final Tokens tokens;
    private final Taker taker;

    private HandedOver(Tokens tokens, Taker taker) {
        this.tokens = tokens;
        this.taker = taker;
    }

    /// Takes one argument, counted from 1 behind the format, and the token of a name with its [Holder] kind.
    interface Taker {
        void argument(int behind, int kind, int name);
    }

    /// Hands on all arguments behind the comma at a token.
    static void behind(Tokens tokens, int comma, Taker taker) {
        if (tokens.kind(comma) == ',') {
            new HandedOver(tokens, taker).arguments(comma + 1);
        }
    }

    private void arguments(int first) {
        int depth = 0;
        int from = first;
        int argument = 1;
        for (int at = first; at < first + MOST_TOKENS && argument <= MOST_ARGUMENTS; at++) {
            int kind = tokens.kind(at);
            if (depth == 0 && (kind == ',' || kind == ')')) {
                argument(argument++, from, at);
                from = at + 1;
            }
            depth += kind == '(' || kind == '[' ? 1 : kind == ')' || kind == ']' ? -1 : 0;
            if (depth < 0 || kind == ';' || kind == '{' || kind == 0) {
                return;
            }
        }
    }

    private void argument(int behind, int from, int to) {
        int question = outer('?', from, to);
        if (question < to) {
            int colon = outer(':', question + 1, to);
            argument(behind, question + 1, colon);
            if (colon < to) {
                argument(behind, colon + 1, to);
            }
            return;
        }
        value(behind, from, to);
    }

    /// The first token of a kind outside of all brackets, or `to`.
    private int outer(int wanted, int from, int to) {
        int depth = 0;
        for (int at = from; at < to; at++) {
            int kind = tokens.kind(at);
            if (kind == wanted && depth == 0) {
                return at;
            }
            depth += kind == '(' || kind == '[' ? 1 : kind == ')' || kind == ']' ? -1 : 0;
        }
        return to;
    }

    private void value(int behind, int from, int to) {
        if (to <= from || tokens.kind(from) != Kind.IDENTIFIER) {
            return;
        }
        int last = to - 1;
        if (tokens.kind(last) == ')') {
            if (tokens.kind(from + 1) == '(' && opening(last, from) == from + 1) {
                taker.argument(behind, Holder.FUNCTION, from);
            }
            return;
        }
        while (tokens.kind(last) == ']' && last > from) {
            last = opening(last, from) - 1;
        }
        if (last < from || tokens.kind(last) != Kind.IDENTIFIER) {
            return;
        }
        boolean member = last > from && (tokens.kind(last - 1) == '.' || tokens.kind(last - 1) == Kind.ARROW);
        if (member || last == from) {
            taker.argument(behind, member ? Holder.MEMBER : Holder.VARIABLE, last);
        }
        if (member && tokens.kind(from + 1) == '[') {
            taker.argument(behind, Holder.VARIABLE, from);
        }
    }

    /// The bracket that is closed at a token; `from` where it is none of these.
    private int opening(int closed, int from) {
        int depth = 0;
        for (int at = closed; at > from; at--) {
            int kind = tokens.kind(at);
            depth += kind == ')' || kind == ']' ? 1 : kind == '(' || kind == '[' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return from;
    }
}
