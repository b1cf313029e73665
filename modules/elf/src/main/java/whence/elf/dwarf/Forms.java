package whence.elf.dwarf;

/// How the value of an attribute is written; numbers as in DWARF 5, section 7.5.6, and the GNU additions.
final class Forms {
    static final int ADDR = 0x01;
    static final int STRING = 0x08;
    static final int STRP = 0x0e;
    static final int INDIRECT = 0x16;
    static final int REF4 = 0x13;
    static final int STRX = 0x1a;
    static final int ADDRX = 0x1b;
    static final int LINE_STRP = 0x1f;
    static final int IMPLICIT_CONST = 0x21;
    static final int RNGLISTX = 0x23;
    private static final int GNU_REF_ALT = 0x1f20;
    private static final int GNU_STRP_ALT = 0x1f21;

    private Forms() {}

    /// Reads a value and returns it as a number: a constant, an address or index, or an offset into the
    /// section that the form names; for a text that stands in place the offset where it begins; for blocks 0.
    /// References within the unit become offsets in `.debug_info`.
    static long read(Reading in, int form, UnitHeader unit, long constant) {
        return switch (form) {
            case ADDR -> in.address(unit.addressSize());
            case 0x0b, 0x0c, 0x25, 0x29 -> in.u8();
            case 0x05, 0x26, 0x2a -> in.u16();
            case 0x27, 0x2b -> in.u24();
            case 0x06, 0x28, 0x2c, 0x1c -> in.u32();
            case 0x07, 0x20, 0x24 -> in.i64();
            case 0x0d -> in.sleb();
            case 0x0f, STRX, ADDRX, 0x22, RNGLISTX -> in.uleb();
            case STRP, LINE_STRP, 0x17, 0x1d, GNU_REF_ALT, GNU_STRP_ALT -> in.offset(unit.wide());
            case 0x10 -> unit.version() < 3 ? in.address(unit.addressSize()) : in.offset(unit.wide());
            case 0x11 -> unit.offset() + in.u8();
            case 0x12 -> unit.offset() + in.u16();
            case REF4 -> unit.offset() + in.u32();
            case 0x14 -> unit.offset() + in.i64();
            case 0x15 -> unit.offset() + in.uleb();
            case 0x19 -> 1;
            case IMPLICIT_CONST -> constant;
            case INDIRECT -> read(in, (int) in.uleb(), unit, 0);
            default -> passed(in, form);
        };
    }

    /// How many bytes a value takes; -1 where that varies or the form is not known.
    static int size(int form, UnitHeader unit) {
        return switch (form) {
            case 0x19, IMPLICIT_CONST -> 0;
            case 0x0b, 0x0c, 0x11, 0x25, 0x29 -> 1;
            case 0x05, 0x12, 0x26, 0x2a -> 2;
            case 0x27, 0x2b -> 3;
            case 0x06, REF4, 0x28, 0x2c, 0x1c -> 4;
            case 0x07, 0x14, 0x20, 0x24 -> 8;
            case 0x1e -> 16;
            case ADDR -> unit.addressSize();
            case STRP, LINE_STRP, 0x17, 0x1d -> unit.wide() ? 8 : 4;
            default -> -1;
        };
    }

    /// Values that nobody here asks for.
    private static long passed(Reading in, int form) {
        long start = in.at();
        switch (form) {
            case STRING -> in.skipText();
            case 0x0a -> in.skip(in.u8());
            case 0x03 -> in.skip(in.u16());
            case 0x04 -> in.skip(in.u32());
            case 0x09, 0x18 -> in.skip(in.uleb());
            case 0x1e -> in.skip(16);
            default -> throw new Reading.Fault("form " + form + " is not known");
        }
        return form == STRING ? start : 0;
    }

    /// Whether the number is an index into `.debug_str_offsets`.
    static boolean stringIndex(int form) {
        return form == STRX || (form >= 0x25 && form <= 0x28);
    }

    /// Whether the number is an index into `.debug_addr`.
    static boolean addressIndex(int form) {
        return form == ADDRX || (form >= 0x29 && form <= 0x2c);
    }
}
