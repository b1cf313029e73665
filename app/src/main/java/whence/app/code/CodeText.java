package whence.app.code;

import java.util.List;
import java.util.function.IntFunction;

/// A text to show in a [CodeView].
///
/// @param lines without their ends
/// @param margin what stands beside the line at an index
/// @param style class of the whole line at an index, such as `added`; empty for none
/// @param language whether to colour it as C
public record CodeText(
        List<String> lines, IntFunction<MarginLine> margin, IntFunction<String> style, boolean language) {
    public static final CodeText EMPTY = new CodeText(List.of(), i -> MarginLine.number(""), i -> "", false);

    public CodeText {
        lines = List.copyOf(lines);
    }
}
