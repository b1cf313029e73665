package whence.trail.verdict;

import java.util.List;
import java.util.OptionalLong;
import whence.evidence.Grade;
import whence.evidence.Span;

/// Something known about one invocation of a function, as far as it bears on which way out was taken.
public sealed interface Fact {
    Grade grade();

    /// A sentence for people.
    String text();

    List<Span> evidence();

    /// What the invocation returned.
    record Returned(long value, Grade grade, String text, List<Span> evidence) implements Fact {}

    /// A function that this one called itself, inlined callees included, with what it returned.
    record Ran(String function, OptionalLong value, Grade grade, String text, List<Span> evidence) implements Fact {}

    /// A function that ran nowhere between entry and return.
    record NotRun(String function, Grade grade, String text, List<Span> evidence) implements Fact {}

    /// What an expression held when the function was entered.
    ///
    /// @param expression as the source writes it: `attr->prog_type`
    /// @param value a constant or its name
    record Held(String expression, String value, Grade grade, String text, List<Span> evidence) implements Fact {}

    /// A statement that was executed.
    record Reached(String file, int line, Grade grade, String text, List<Span> evidence) implements Fact {}
}
