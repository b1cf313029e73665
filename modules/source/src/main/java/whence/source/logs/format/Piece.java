package whence.source.logs.format;

import org.jspecify.annotations.Nullable;
import whence.source.Conversion;
import whence.source.Site;

/// A part of a [Format].
public sealed interface Piece {
    /// Bytes that are printed as they stand.
    @SuppressWarnings("ArrayRecordComponent")
    record Literal(byte[] bytes) implements Piece {}

    /// A value that is printed in their place.
    record Value(Conversion conversion) implements Piece {}

    /// A value that can only be this text: a literal or a table's entry that is handed to the conversion.
    ///
    /// @param origin where the text stands; null where that is the statement itself
    @SuppressWarnings("ArrayRecordComponent")
    record Known(Conversion conversion, byte[] bytes, Site.@Nullable Origin origin) implements Piece {}

    /// A macro among the literals whose text is not known here.
    record Macro(String name) implements Piece {}
}
