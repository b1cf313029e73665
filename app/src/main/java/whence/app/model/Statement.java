package whence.app.model;

import java.util.List;
import whence.evidence.Ref;

/// A log statement of a source, as an answer to "what printed this line".
///
/// @param function it stands in; `?` outside of any
/// @param callee what it prints with: `pr_err`
/// @param values what each conversion printed, as `%s = \x7fELF`
public record Statement(Ref.Source at, String function, String callee, String format, List<String> values) {
    public Statement {
        values = List.copyOf(values);
    }

    /// The statement as one line of source.
    public String text() {
        return callee + "(\"" + format + "\")";
    }

    /// Where it stands, for people.
    public String place() {
        return function + "   " + at.file() + ":" + at.line() + "   " + at.tree();
    }
}
