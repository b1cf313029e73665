package whence.source.c;

import java.util.Locale;

/// What a preprocessor line does.
public enum Directive {
    IF,
    IFDEF,
    IFNDEF,
    ELIF,
    ELIFDEF,
    ELIFNDEF,
    ELSE,
    ENDIF,
    DEFINE,
    UNDEF,
    INCLUDE,
    LINE,
    PRAGMA,
    ERROR,
    WARNING,
    /// Anything else, the empty `#` included.
    UNKNOWN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /// The word behind the `#`.
    public String word() {
        return word;
    }

    /// Whether it opens a conditional group.
    public boolean opens() {
        return this == IF || this == IFDEF || this == IFNDEF;
    }

    /// Whether it begins a further branch of an open group.
    public boolean alternates() {
        return this == ELIF || this == ELIFDEF || this == ELIFNDEF || this == ELSE;
    }

    /// Whether it opens, continues or closes a conditional group.
    public boolean conditional() {
        return compareTo(ENDIF) <= 0;
    }
}
