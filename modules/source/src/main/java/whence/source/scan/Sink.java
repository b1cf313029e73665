package whence.source.scan;

/// What a [Scanner] tells while it walks a file. Arguments are token numbers; functions are numbered in the order they
/// open, and `function` is -1 outside of any. Every method does nothing unless it is wanted.
public interface Sink {
    /// All that was said of this file is void: it is read a second time, in another way.
    void restart();

    /// A function's body begins at `body`, its `{`; `declaration` is the first token that belongs to it, `name` the
    /// word before the parameters that `open` and `close` enclose.
    default void open(int function, Head head) {}

    /// The function's body ends with the `}` at this token, or with the text where it never does.
    default void close(int function, int token) {}

    /// `name(…)` inside a function; `field` where it is called through a member (`x->name(…)`).
    default void call(int function, int name, boolean field) {}

    /// `name` stands alone where a function's address can be meant: an argument, or the value of `member` (-1 for
    /// none) in `.member = name` or `x->member = name`.
    default void reference(int function, int member, int name) {}

    /// String literals and the macros between them, tokens `[from, to)`: argument number `argument` (from 0) of the
    /// call of `callee`, or -1 for a string that is no argument; `holder` is the name that such a one is stored in,
    /// or the `return` that hands it back, or -1.
    default void text(int function, int callee, int argument, int holder, int from, int to) {}

    /// `#define`, as a directive token.
    default void define(int directive) {}

    /// `#include` of a file that is no header, as a directive token.
    default void include(int directive) {}

    /// A name in an `enum { … }`.
    default void enumerator(int name) {}

    /// A prototype that asks the compiler to check it like printf: the format and the first checked argument, from 1.
    default void formatted(int name, int format, int arguments) {}
}
