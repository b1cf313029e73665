package whence.source.logs.format;

import whence.source.Conversion;

/// A part of a [Format].
public sealed interface Piece {
    /// Bytes that are printed as they stand.
    @SuppressWarnings("ArrayRecordComponent")
    record Literal(byte[] bytes) implements Piece {}

    /// A value that is printed in their place.
    record Value(Conversion conversion) implements Piece {}

    /// A value that can only be this text: a literal or a table's entry that is handed to the conversion.
    @SuppressWarnings("ArrayRecordComponent")
    record Known(Conversion conversion, byte[] bytes) implements Piece {}

    /// A macro among the literals whose text is not known here.
    record Macro(String name) implements Piece {}
}
