package whence.branches;

import java.util.ArrayList;
import java.util.List;

/// One exit with what its place in the function says.
///
/// @param valueLine where the value that it gives was set; its own line where it is written in the `return`
/// @param mustCall names called on every way to it, in the order of the source
/// @param neverCall names the function calls, but on no way to it
/// @param ways the same exit in the graphs of each reading; what elimination looks for
public record ExitRow(Exit exit, int valueLine, List<String> mustCall, List<String> neverCall, List<ExitWay> ways) {
    public ExitRow {
        mustCall = List.copyOf(mustCall);
        neverCall = List.copyOf(neverCall);
        ways = List.copyOf(ways);
    }

    /// The same exit reached in either of two ways: called for sure, or never, is what both say.
    public static ExitRow join(ExitRow a, ExitRow b) {
        List<ExitWay> ways = new ArrayList<>(a.ways());
        ways.addAll(b.ways());
        return new ExitRow(
                a.exit(),
                a.valueLine(),
                a.mustCall().stream().filter(b.mustCall()::contains).toList(),
                a.neverCall().stream().filter(b.neverCall()::contains).toList(),
                ways);
    }
}
