package whence.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement that can have printed a line.
///
/// @param tree label of the tree
/// @param path of the file
/// @param line of the format in it
/// @param function it stands in; null where it stands in none
/// @param callee what it prints with, as the source writes it: `pr_err`
/// @param format its own format, macros between `<` and `>`
/// @param level `err`, `info`, …; empty where the source does not say
/// @param score how much of the line it explains, in letters; only good for comparing sites of one line
/// @param values what each conversion of its own format printed
/// @param prefix what the macros and functions around it printed before it; null where that was not explained
public record Site(
        String tree,
        String path,
        int line,
        @Nullable Function function,
        String callee,
        String format,
        String level,
        double score,
        List<Value> values,
        @Nullable String prefix) {
    public Site {
        values = List.copyOf(values);
    }

    /// Where a text stands that a statement prints without saying it itself.
    ///
    /// @param holder the table, variable, member or function that it comes out of
    /// @param path of the file
    /// @param line of the text in it
    public record Origin(String holder, String path, int line) {
        @Override
        public String toString() {
            return holder + ", " + path + ":" + line;
        }
    }

    /// What one conversion printed.
    ///
    /// @param origin where the text stands that it printed; null where the statement says it, or that is not known
    public record Value(
            Conversion conversion, String text, @Nullable Origin origin) {
        /// A value of unknown origin.
        public Value(Conversion conversion, String text) {
            this(conversion, text, null);
        }

        /// The conversion, what it printed, and where that stands if the statement does not say it itself.
        public String said() {
            String printed = conversion.text() + " = " + text;
            return origin == null ? printed : printed + " (out of " + origin + ")";
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// Name of the function, `?` outside of any.
    public String functionName() {
        return function == null ? "?" : function.name();
    }
}
