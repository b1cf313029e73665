package whence.source.logs;

import org.jspecify.annotations.Nullable;

/// A statement with what it explains of a line.
///
/// @param text number of its format in the shard of its file
/// @param prefix what was printed before the format; null where that is not explained
record Explained(
        int file,
        int text,
        Format format,
        Wrapping wrapping,
        FormatMatch.Fit fit,
        double score,
        @Nullable String prefix) {

    /// The better of two.
    static Explained better(Explained one, @Nullable Explained other) {
        return other == null || other.score <= one.score ? one : other;
    }
}
