package whence.source.logs.line;

import org.jspecify.annotations.Nullable;
import whence.source.logs.format.Format;
import whence.source.logs.format.FormatMatch;
import whence.source.logs.printer.Wrapping;

/// A statement with what it explains of a line.
///
/// @param text number of its format in the shard of its file
/// @param prefix what was printed before the format; null where that is not explained
/// @param whole whether it explains the line from its first byte to its last
record Explained(
        int file,
        int text,
        Format format,
        Wrapping wrapping,
        FormatMatch.Fit fit,
        double score,
        @Nullable String prefix,
        boolean whole) {

    /// The better of two.
    static Explained better(Explained one, @Nullable Explained other) {
        return other == null || (other.whole == one.whole ? other.score <= one.score : one.whole) ? one : other;
    }
}
