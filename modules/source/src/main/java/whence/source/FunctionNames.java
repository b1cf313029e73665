package whence.source;

import org.jspecify.annotations.Nullable;
import whence.source.c.Kind;
import whence.source.c.LineNumbers;
import whence.source.c.Tokens;
import whence.source.scan.Head;

/// Turns a head that the scanner found into a [Function] with its names.
final class FunctionNames {
    private FunctionNames() {}

    static Function function(SourceFile file, Head head, int closing) {
        Tokens tokens = file.tokens();
        LineNumbers lines = file.lines();
        String defined = defined(tokens, head);
        String word = tokens.text(head.name());
        String stated = lines.statedFile(tokens.start(head.name()));
        return new Function(
                file.tree(),
                file.path(),
                stated == null ? file.path() : stated,
                defined == null ? word : word + "(" + defined + ")",
                lines.line(tokens.start(head.name())),
                lines.line(tokens.start(head.declaration())),
                lines.line(tokens.start(closing)),
                tokens.start(head.declaration()),
                tokens.start(head.body()),
                tokens.end(closing),
                isStatic(tokens, head),
                defined);
    }

    /// What a macro call at the head of a body gives the function as its name: its first argument that is one word.
    static @Nullable String defined(Tokens tokens, Head head) {
        if (!head.macro()) {
            return null;
        }
        int first = head.open() + 1;
        int behind = tokens.kind(first + 1);
        boolean word = tokens.kind(first) == Kind.IDENTIFIER && (behind == ',' || behind == ')');
        return word && shouts(tokens, head.name()) ? tokens.text(first) : null;
    }

    /// Whether a word is written in capitals, as macros that define something are.
    private static boolean shouts(Tokens tokens, int token) {
        int capitals = 0;
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            byte b = tokens.bytes()[i];
            if (b >= 'a' && b <= 'z') {
                return false;
            }
            capitals += b >= 'A' && b <= 'Z' ? 1 : 0;
        }
        return capitals > 1;
    }

    static boolean isStatic(Tokens tokens, Head head) {
        for (int i = head.declaration(); i < head.name(); i++) {
            if (tokens.is(i, "static")) {
                return true;
            }
        }
        return false;
    }
}
