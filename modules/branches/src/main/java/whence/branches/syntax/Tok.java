package whence.branches.syntax;

import whence.source.c.Directive;

/// A token with its text and line, so that tokens of a macro's body and of the function can stand in one list.
///
/// @param kind as in [whence.source.c.Kind]
/// @param line as the file states it; inside an expanded macro the line of its use
/// @param directive what a preprocessor line does; [Directive#UNKNOWN] for every other token
public record Tok(int kind, String text, int line, Directive directive) {
    /// A token that is no preprocessor line.
    public Tok(int kind, String text, int line) {
        this(kind, text, line, Directive.UNKNOWN);
    }

    public boolean is(String wanted) {
        return text.equals(wanted);
    }

    public boolean is(char punctuator) {
        return kind == punctuator;
    }

    Tok onLine(int other) {
        return new Tok(kind, text, other, directive);
    }
}
