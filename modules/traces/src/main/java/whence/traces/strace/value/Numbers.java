package whence.traces.strace.value;

import org.jspecify.annotations.Nullable;

/// Reads numbers as C writes them.
public final class Numbers {
    private Numbers() {}

    /// The 64 bits of a decimal, hexadecimal or octal number with an optional minus, or null.
    public static @Nullable Long parse(String written) {
        boolean minus = written.startsWith("-");
        String digits = minus ? written.substring(1) : written;
        try {
            long value = magnitude(digits);
            return minus ? -value : value;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static long magnitude(String digits) {
        if (digits.startsWith("0x")) {
            return Long.parseUnsignedLong(digits, 2, digits.length(), 16);
        }
        boolean octal = digits.length() > 1 && digits.startsWith("0");
        return Long.parseUnsignedLong(digits, octal ? 8 : 10);
    }
}
