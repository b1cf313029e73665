package whence.evidence;

/// What could not be read, was dropped by a tracer, or was cut off. Negative evidence dies where losses are.
///
/// @param span where in the artifact; the place of the notice where a tool says that it dropped records
/// @param kind what sort of loss
/// @param count how many records were lost; [#UNKNOWN] where nobody knows
/// @param why a sentence for people
public record Loss(Span span, Kind kind, long count, String why) {
    public static final long UNKNOWN = -1;

    /// Sorts of losses.
    public enum Kind {
        /// The bytes are there but could not be read.
        UNREADABLE,
        /// The artifact ends before it should.
        TRUNCATED,
        /// The tool that wrote the artifact says it dropped records.
        DROPPED,
        /// A sequence has a hole.
        GAP
    }
}
