package whence.source;

/// One conversion of a format: `%d`, `%pI4c`, `%*pbl`.
///
/// @param text as the format writes it
/// @param kind what it can print
/// @param digits exact number of digits where the format fixes it, else 0
public record Conversion(String text, Kind kind, int digits) {
    /// What a conversion can print.
    public enum Kind {
        /// A decimal number, perhaps with sign and padding.
        DECIMAL,
        /// Hexadecimal digits, perhaps behind `0x`.
        HEXADECIMAL,
        OCTAL,
        /// One byte.
        CHARACTER,
        /// A pointer: hexadecimal digits or a word in brackets such as `(null)`.
        POINTER,
        /// Any text, the empty one included.
        TEXT
    }
}
