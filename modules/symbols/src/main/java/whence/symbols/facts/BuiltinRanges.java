package whence.symbols.facts;

import java.util.List;
import java.util.Map;
import whence.evidence.Loss;
import whence.evidence.Span;

/// `modules.builtin.ranges` of Linux 6.12 and newer: which built-in module each range of a section belongs to.
///
/// @param anchors section (`.text`) to the symbol whose address offsets are counted from
public record BuiltinRanges(String artifact, List<Range> ranges, Map<String, Anchor> anchors, List<Loss> losses)
        implements SymbolFacts {
    public BuiltinRanges {
        ranges = List.copyOf(ranges);
        anchors = Map.copyOf(anchors);
        losses = List.copyOf(losses);
    }

    /// Offsets from `start` up to `end` in a section, and the modules whose object it is; several where objects of
    /// several modules are built from one.
    public record Range(String section, long start, long end, List<String> modules, Span span) {
        public Range {
            modules = List.copyOf(modules);
        }
    }

    /// Where a section starts.
    ///
    /// @param offset of `symbol` in the section
    public record Anchor(String section, long offset, String symbol, Span span) {}

    @Override
    public String format() {
        return "modules-builtin-ranges";
    }
}
