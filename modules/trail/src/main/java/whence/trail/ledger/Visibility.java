package whence.trail.ledger;

import java.util.List;
import whence.evidence.Span;

/// What is known about how a function stands in the kernel that ran, apart from any probe.
///
/// @param copies addresses of the name; 0 where no symbol list was captured
/// @param linkage whether its calls can have been inlined
/// @param renamed the compiler gave it a suffix (`.isra.0`), so a probe by its plain name stands elsewhere or nowhere
/// @param untraceable a list of the kernel says that it cannot be probed
public record Visibility(int copies, Linkage linkage, boolean renamed, boolean untraceable, List<Span> evidence) {
    /// Nothing is known.
    public static final Visibility UNKNOWN = new Visibility(0, Linkage.UNKNOWN, false, false, List.of());

    public Visibility {
        evidence = List.copyOf(evidence);
    }

    /// Whether a call to it from another file must be a real call.
    public enum Linkage {
        /// A global symbol: calls from other units are real calls.
        GLOBAL,
        /// A local symbol: the compiler may have inlined some of its calls.
        LOCAL,
        UNKNOWN
    }
}
