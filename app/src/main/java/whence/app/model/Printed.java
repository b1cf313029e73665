package whence.app.model;

import java.util.List;

/// What can have printed a line.
///
/// @param statements best first; empty where nothing is known to print it
/// @param similar whether only words agree: the message may have been changed between versions
/// @param searched labels of the trees that were asked; empty where the session has no source
public record Printed(List<Statement> statements, boolean similar, List<String> searched) {
    public static final Printed UNKNOWN = new Printed(List.of(), false, List.of());

    public Printed {
        statements = List.copyOf(statements);
        searched = List.copyOf(searched);
    }

    /// The answer in a sentence.
    public String sentence() {
        if (searched.isEmpty()) {
            return "There is no source to look the statement up in. Add a tree: File > Add Source.";
        }
        if (statements.isEmpty()) {
            return "No statement of " + String.join(" or ", searched) + " is known to print this line.";
        }
        return similar
                ? "Similar words stand in " + count() + "; none prints just this line."
                : statements.size() == 1 ? "One statement prints this line." : count() + " print such a line.";
    }

    private String count() {
        return statements.size() == 1 ? "one statement" : statements.size() + " statements";
    }
}
