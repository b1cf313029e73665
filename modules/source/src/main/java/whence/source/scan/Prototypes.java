package whence.source.scan;

import whence.source.c.Kind;
import whence.source.c.Tokens;

/// Finds what a declaration says about formats: `__printf(2, 3)`, or the attribute it stands for.
final class Prototypes {
    /// Groups of a declaration, and words of an attribute, that are looked at.
    private static final int MOST = 64;

    private Prototypes() {}

    static void tell(Tokens tokens, Nodes groups, int lastGroup, Sink sink) {
        int attribute = Nodes.NONE;
        int name = Nodes.NONE;
        int group = lastGroup;
        for (int left = MOST; group != Nodes.NONE && left > 0; left--, group = groups.parent(group)) {
            int word = groups.token(group) - 1;
            if (tokens.is(word, "__printf") || tokens.is(word, "__attribute__")) {
                int numbers = numbers(tokens, groups.token(group), groups.data(group));
                attribute = numbers > 0 ? numbers : attribute;
            } else if (name == Nodes.NONE && tokens.kind(word) == Kind.IDENTIFIER && !Words.keyword(tokens, word)) {
                name = word;
            }
        }
        if (attribute != Nodes.NONE && name != Nodes.NONE) {
            sink.formatted(name, number(tokens, attribute), number(tokens, attribute + 2));
        }
    }

    /// The token of the first of two numbers that follow `printf`, in `[open, close)`.
    private static int numbers(Tokens tokens, int open, int close) {
        boolean plain = tokens.is(open - 1, "__printf");
        for (int i = open; i < Math.min(close, open + MOST); i++) {
            plain |= tokens.is(i, "printf") || tokens.is(i, "__printf__");
            if (plain && tokens.kind(i) == Kind.NUMBER && tokens.kind(i + 1) == ',') {
                return i;
            }
        }
        return Nodes.NONE;
    }

    private static int number(Tokens tokens, int token) {
        String text = tokens.kind(token) == Kind.NUMBER ? tokens.text(token) : "0";
        return text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : 0;
    }
}
