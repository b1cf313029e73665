package whence.source;

/// One conversion of a format: `%d`, `%pI4c`, `%*pbl`.
///
/// @param text as the format writes it
/// @param kind what it can print
/// @param digits exact number of digits where the format fixes it, else 0
public record Conversion(String text, Kind kind, int digits) {
    /// The least number of characters it prints, 0 where the format sets none.
    public int width() {
        int at = 1;
        while (at < text.length() && "-+ #0".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        int width = 0;
        for (; at < text.length() && Character.isDigit(text.charAt(at)) && width < 1000; at++) {
            width = width * 10 + text.charAt(at) - '0';
        }
        return width;
    }

    /// The most bytes of a text that it prints, where the format limits them.
    public int most() {
        int point = text.indexOf('.');
        boolean limited = kind == Kind.TEXT && text.endsWith("s") && text.indexOf('p') < 0 && point > 0;
        int most = 0;
        int at = point + 1;
        for (; limited && at < text.length() && Character.isDigit(text.charAt(at)) && most < 1000; at++) {
            most = most * 10 + text.charAt(at) - '0';
        }
        return limited && at > point + 1 ? Math.max(most, width()) : Integer.MAX_VALUE;
    }

    /// Whether it fills its width up behind the value.
    public boolean alignedLeft() {
        return text.startsWith("%-");
    }

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
