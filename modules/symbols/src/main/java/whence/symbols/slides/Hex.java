package whence.symbols.slides;

/// Addresses as text.
public final class Hex {
    private Hex() {}

    /// `0xffffffff813e2c80`: unsigned, without leading zeroes.
    public static String of(long address) {
        return "0x" + Long.toHexString(address);
    }

    /// A difference of two addresses with its sign: `0xc000000`, `-0x1000`.
    public static String signed(long difference) {
        return difference < 0 && difference != Long.MIN_VALUE ? "-" + of(-difference) : of(difference);
    }
}
